package dev.menagerie.bots.simulate;

import dev.menagerie.bots.Playout;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts games as they end; one for each thread. */
final class SimulationTally {
  private final int[] played;
  private final int[] won;
  private final int[] tied;
  private final Map<EndReason, Integer> endings = new EnumMap<>(EndReason.class);
  private int games;
  private int ties;
  private int firstNamedWins;
  private int beginnerWins;
  private long commands;
  private long turns;

  SimulationTally(int decks) {
    this.played = new int[decks];
    this.won = new int[decks];
    this.tied = new int[decks];
  }

  void add(int first, int second, Playout.Outcome outcome) {
    games++;
    commands += outcome.commands();
    turns += outcome.turns();
    played[first]++;
    played[second]++;
    endings.merge(outcome.result().reason(), 1, Integer::sum);
    Optional<Seat> winner = outcome.result().winner();
    if (winner.isEmpty()) {
      ties++;
      tied[first]++;
      tied[second]++;
    } else if (winner.get() == Seat.FIRST) {
      won[first]++;
      firstNamedWins++;
    } else {
      won[second]++;
    }
    if (winner.isPresent() && winner.equals(outcome.beginner())) {
      beginnerWins++;
    }
  }

  void add(SimulationTally other) {
    games += other.games;
    ties += other.ties;
    firstNamedWins += other.firstNamedWins;
    beginnerWins += other.beginnerWins;
    commands += other.commands;
    turns += other.turns;
    for (int deck = 0; deck < played.length; deck++) {
      played[deck] += other.played[deck];
      won[deck] += other.won[deck];
      tied[deck] += other.tied[deck];
    }
    other.endings.forEach((reason, count) -> endings.merge(reason, count, Integer::sum));
  }

  Report report(List<String> names, Progress.Meter meter) {
    List<Report.DeckResult> decks = new ArrayList<>();
    for (int i = 0; i < played.length; i++) {
      decks.add(new Report.DeckResult(names.get(i), played[i], won[i], tied[i]));
    }
    return new Report(
        games,
        ties,
        firstNamedWins,
        beginnerWins,
        commands,
        turns,
        meter.seconds(),
        meter.warmSeconds(),
        decks,
        endings);
  }
}
