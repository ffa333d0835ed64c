package dev.menagerie.bots.simulate;

import dev.menagerie.bots.Playout;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts games as they end. Not thread safe. */
final class Tally {
  private static final double NANOS = 1e9;

  private final List<String> names;
  private final int[] played;
  private final int[] won;
  private final int[] tied;
  private final Map<EndReason, Integer> endings = new EnumMap<>(EndReason.class);
  private int games;
  private int ties;
  private int firstNamedWins;
  private long commands;
  private long turns;

  Tally(List<String> names) {
    this.names = names;
    this.played = new int[names.size()];
    this.won = new int[names.size()];
    this.tied = new int[names.size()];
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
  }

  Report report(long nanos) {
    List<Report.DeckResult> decks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      decks.add(new Report.DeckResult(names.get(i), played[i], won[i], tied[i]));
    }
    return new Report(games, ties, firstNamedWins, commands, turns, nanos / NANOS, decks, endings);
  }
}
