package dev.menagerie.server.app;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.simulate.Report;
import dev.menagerie.bots.simulate.Simulation;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays games between bots in this process. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Plays games between bots in this process, on one thread, without sockets or stores:",
      "win rates of the starter decks, how games end, games per second."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int BAR = 30;

  @Option(
      names = "--games",
      defaultValue = "1000",
      description = "How many games. Default: ${DEFAULT-VALUE}")
  int games = 1000;

  @Option(
      names = "--rules",
      defaultValue = "standard",
      description = "The preset. Default: ${DEFAULT-VALUE}")
  String rules = "standard";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed gives the same games. Default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--bot",
      defaultValue = "random",
      description = "Who plays: random, greedy. Default: ${DEFAULT-VALUE}")
  String bot = "random";

  @Option(names = "--against", description = "Who plays on the other side. Default: the same bot")
  String against = "";

  @Option(
      names = "--decks",
      split = ",",
      description = "Ids of starter decks. Default: all of the preset")
  List<String> decks = List.of();

  @Override
  public Integer call() {
    if (games < 1) throw CannotRun.badUse("--games must be at least 1");
    var config = Presets.named(rules).orElseThrow(SimulateCommand::noSuchRules);
    var simulation =
        new Simulation(
            CardSets.load().catalog(),
            config,
            entrants(config),
            bot(bot),
            bot(against.isEmpty() ? bot : against),
            games,
            seed);
    print(simulation.run(progress()));
    return 0;
  }

  private static CannotRun noSuchRules() {
    return CannotRun.badUse("--rules must be one of " + String.join(", ", Presets.names()));
  }

  private static BotKind bot(String name) {
    return BotKind.named(name)
        .orElseThrow(() ->
            CannotRun.badUse(
                "a bot is one of "
                    + Arrays.stream(BotKind.values())
                        .map(BotKind::id)
                        .collect(Collectors.joining(", "))));
  }

  private List<Simulation.Entrant> entrants(RulesConfig config) {
    var starters = StarterDecks.load().forRules(config.preset());
    var chosen =
        decks.isEmpty()
            ? starters
            : decks.stream()
                .map(id ->
                    starters.stream()
                        .filter(deck -> deck.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                            () -> CannotRun.badUse("no starter deck " + id + " for " + rules)))
                .toList();
    return chosen.stream().map(d -> new Simulation.Entrant(d.name(), d.list())).toList();
  }

  /** Redrawn on a terminal, silent elsewhere: a log is no place for a bar. */
  @SuppressWarnings("SystemConsoleNull") // the null checker does not know that it is never null
  private IntConsumer progress() {
    var console = System.console();
    if (console == null || !console.isTerminal()) return _ -> {};
    int step = Math.max(1, games / 200);
    return done -> {
      if (done % step != 0 && done != games) return;
      int full = (int) ((long) done * BAR / games);
      System.err.printf(
          "\r[%s%s] %d/%d%s",
          "#".repeat(full), "-".repeat(BAR - full), done, games, done == games ? "\n" : "");
    };
  }

  private void print(Report report) {
    System.out.printf(
        Locale.ROOT,
        "%d games of %s rules, %s against %s, seed %d%n",
        report.games(),
        rules,
        bot,
        against.isEmpty() ? bot : against,
        seed);
    System.out.printf(
        Locale.ROOT,
        "%.0f games/s, %.1f commands and %.1f turns a game, %.2f µs a command%n",
        report.gamesPerSecond(),
        report.meanCommands(),
        report.meanTurns(),
        report.seconds() * 1e6 / Math.max(1, report.commands()));
    System.out.printf(
        Locale.ROOT,
        "%s won %.1f %%, ties %.1f %%%n",
        "The side named first",
        100.0 * report.firstNamedWins() / report.games(),
        100.0 * report.ties() / report.games());
    report.endings().entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e ->
            System.out.printf(
                Locale.ROOT,
                "  ended by %-12s %5.1f %%%n",
                e.getKey().name().toLowerCase(Locale.ROOT),
                100.0 * e.getValue() / report.games()));
    for (var deck : report.decks()) {
      System.out.printf(
          Locale.ROOT,
          "  %-20s %6d games  won %5.1f %%%n",
          deck.name(),
          deck.games(),
          100 * deck.winRate());
    }
  }
}
