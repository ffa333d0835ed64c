package dev.menagerie.bots.search;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Result;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/** Scores a seat's position from 0, lost, to 1, won. */
final class BoardScore {
  /** A prize is worth more than any board; the figures were found by playing against greedy. */
  private static final double PRIZE = 1.0;

  private static final double HIT_POINT = 0.004;
  private static final double ENERGY = 0.22;
  private static final double STAGE = 0.15;
  private static final double CARD = 0.03;
  private static final double NO_BENCH = 0.5;

  private BoardScore() {}

  static double of(GameState state, Seat seat) {
    Optional<Result> result = state.result();
    if (result.isPresent()) {
      return result.get().winner().map(winner -> winner == seat ? 1.0 : 0.0).orElse(0.5);
    }
    double lead =
        PRIZE * (state.prizesRemaining(seat.other()) - state.prizesRemaining(seat))
            + side(state.table(), seat)
            - side(state.table(), seat.other());
    return 0.02 + 0.96 / (1 + Math.exp(-lead));
  }

  private static double side(Table table, Seat seat) {
    double value = CARD * Math.min(10, table.count(seat, Pile.HAND));
    Pokemon active = table.active(seat);
    if (active != null) {
      value += pokemon(table, active);
    }
    for (int i = 0; i < table.benchCount(seat); i++) {
      value += 0.8 * pokemon(table, table.benched(seat, i));
    }
    return table.benchCount(seat) == 0 ? value - NO_BENCH : value;
  }

  private static double pokemon(Table table, Pokemon pokemon) {
    CompiledCard card = table.cards().face(table.definition(pokemon.top()));
    int left = Math.max(0, Traits.maxHp(table, pokemon) - pokemon.damage());
    int wanted = card.attacks.stream().mapToInt(attack -> attack.cost().size()).max().orElse(0);
    return HIT_POINT * left
        + ENERGY * Math.min(wanted, pokemon.energyCount())
        + STAGE * card.stage.ordinal();
  }
}
