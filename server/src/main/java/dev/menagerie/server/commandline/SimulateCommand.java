package dev.menagerie.server.commandline;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.simulate.Progress;
import dev.menagerie.bots.simulate.Simulation;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays games between bots in this process. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Plays games between bots in this process, without sockets or stores: win rates of the",
      "starter decks, how games end, games per second."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int BAR = 30;

  /** A day's worth: more is a slip of the finger. */
  private static final int MOST_GAMES = 100_000_000;

  /** More than any machine has processors. */
  private static final int MOST_THREADS = 1_024;

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
      names = {"--bots", "--bot"},
      defaultValue = "random",
      split = ",",
      paramLabel = "BOT[,BOT]",
      description = "Who plays: random, greedy. Two: the first deck's bot, then the second's.")
  List<String> bots = List.of("random");

  @Option(
      names = "--against",
      paramLabel = "BOT",
      description = "Who plays the second deck, as in --bots A,B.")
  String against = "";

  @Option(
      names = "--threads",
      description = "How many games at once; the results are the same. Default: one a processor")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--deck",
      split = ",",
      paramLabel = "ID",
      description = "Ids of decks that play. Default: all of the preset")
  List<String> decks = List.of();

  @Mixin ContentOptions content = new ContentOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (games < 1 || games > MOST_GAMES) {
      throw CommandFailure.badUse("--games must be from 1 to " + MOST_GAMES);
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw CommandFailure.badUse("--threads must be from 1 to " + MOST_THREADS);
    }
    var presets = content.rules();
    var config = presets.named(rules).orElseThrow(() -> noSuchRules(presets));
    var players = players();
    var played = content.content();
    var simulation =
        new Simulation(
            played.sets().catalog(),
            config,
            entrants(played.decks(), config),
            players.getFirst(),
            players.getLast(),
            games,
            seed);
    new SimulationText(spec.commandLine().getOut(), simulation, threads)
        .print(simulation.run(threads, progress()));
    return 0;
  }

  private static CommandFailure noSuchRules(HouseRules presets) {
    return CommandFailure.badUse("--rules must be one of " + String.join(", ", presets.names()));
  }

  private List<BotKind> players() {
    var named = new ArrayList<>(bots);
    if (!against.isEmpty()) named.add(against);
    if (named.isEmpty() || named.size() > 2) {
      throw CommandFailure.badUse("--bots must be one or two bots");
    }
    return named.stream().map(SimulateCommand::bot).toList();
  }

  private static BotKind bot(String name) {
    var known = Arrays.stream(BotKind.values()).map(BotKind::id).collect(Collectors.joining(", "));
    return BotKind.named(name).orElseThrow(() -> CommandFailure.badUse("a bot is one of " + known));
  }

  private List<Simulation.Entrant> entrants(StarterDecks all, RulesConfig config) {
    var starters = all.forRules(config.preset());
    var chosen =
        decks.isEmpty()
            ? starters
            : decks.stream()
                .map(id ->
                    starters.stream()
                        .filter(deck -> deck.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                            () -> CommandFailure.badUse("no deck " + id + " for " + rules)))
                .toList();
    return chosen.stream().map(d -> new Simulation.Entrant(d.name(), d.list())).toList();
  }

  /** Redrawn on a terminal, silent elsewhere: a log is no place for a bar. */
  @SuppressWarnings("SystemConsoleNull") // the null checker does not know that it is never null
  private Progress progress() {
    var console = System.console();
    if (console == null || !console.isTerminal()) return _ -> {};
    int step = Math.max(1, games / 200);
    return done -> {
      if (done % step != 0 && done != games) return;
      int full = (int) ((long) done * BAR / games);
      System.err.printf(
          Locale.ROOT,
          "\r[%s%s] %d/%d%s",
          "#".repeat(full),
          "-".repeat(BAR - full),
          done,
          games,
          done == games ? "\n" : "");
    };
  }
}
