package dev.menagerie.server.commandline;

import dev.menagerie.bots.simulate.DeckColors;
import dev.menagerie.bots.simulate.Report;
import dev.menagerie.bots.simulate.Simulation;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * The report of a simulation, for people. Speed has a line of its own: all other lines are the same
 * for the same seed.
 */
record SimulationText(PrintWriter out, Simulation simulation, int threads) {
  void print(Report report) {
    out.printf(
        Locale.ROOT,
        "%d games of %s rules, %s against %s, seed %d%n",
        report.games(),
        simulation.rules().preset(),
        simulation.firstBot().id(),
        simulation.secondBot().id(),
        simulation.seed());
    out.printf(
        Locale.ROOT,
        "%.0f games/s on %d thread%s, %.0f once warm, %.2f µs a command%n",
        report.gamesPerSecond(),
        threads,
        threads == 1 ? "" : "s",
        report.warmGamesPerSecond(),
        threads * 1e6 / (report.warmGamesPerSecond() * report.meanCommands()));
    out.printf(
        Locale.ROOT,
        "%.1f commands and %.1f turns a game%n",
        report.meanCommands(),
        report.meanTurns());
    out.printf(
        Locale.ROOT,
        "The side named first won %.1f %%, ties %.1f %%%n",
        100.0 * report.firstNamedWins() / report.games(),
        100.0 * report.ties() / report.games());
    out.printf(Locale.ROOT, "Who went first won %.1f %%%n", 100 * report.beginnerRate());
    printColors();
    report.endings().entrySet().stream()
        .sorted((a, b) ->
            a.getValue().equals(b.getValue())
                ? a.getKey().compareTo(b.getKey())
                : b.getValue() - a.getValue())
        .forEach(ending ->
            out.printf(
                Locale.ROOT,
                "  ended by %-12s %5.1f %%%n",
                ending.getKey().name().toLowerCase(Locale.ROOT),
                100.0 * ending.getValue() / report.games()));
    for (var deck : report.decks()) {
      out.printf(
          Locale.ROOT,
          "  %-20s %6d games  won %5.1f %%%n",
          deck.name(),
          deck.games(),
          100 * deck.winRate());
    }
    out.flush();
  }

  /** Decks of one color make games that look alike. */
  private void printColors() {
    var decks = simulation.decks().stream().map(Simulation.Entrant::deck).toList();
    int pairs = decks.size() * (decks.size() - 1) / 2;
    if (pairs > 0) {
      out.printf(
          Locale.ROOT,
          "Pairs of decks with an energy type in common: %d of %d%n",
          DeckColors.pairsOfOneColor(decks, simulation.catalog()),
          pairs);
    }
  }
}
