package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.RetreatPayment;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a payment with attached cards, each of which may provide several energies: the payment
 * may exceed the cost only by what one card provides too much.
 */
final class Payments {
  private Payments() {}

  /**
   * The cards that pay, or null: the player has been asked.
   *
   * @param options attached energy cards
   * @param where the energy that counts
   * @param count the number of energies; all, if there are fewer
   */
  static @Nullable List<Integer> choose(
      Execution execution,
      RunningFrame frame,
      Seat by,
      int[] options,
      Optional<Filter> where,
      int count,
      String prompt) {
    int[] worths = new int[options.length];
    int sum = 0;
    for (int i = 0; i < options.length; i++) {
      Pokemon holder = Objects.requireNonNull(Energies.holder(execution.table, options[i]));
      worths[i] = Energies.countOf(execution.table, holder, options[i], where);
      sum += worths[i];
    }
    if (sum == options.length) {
      return execution.choose(frame, by, ChoiceKind.ENERGY, count, count, options, prompt);
    }
    if (count <= 0) {
      return List.of();
    }
    if (sum <= count) {
      return Ints.list(options);
    }
    return execution.ask(
        frame,
        by,
        ChoiceKind.ENERGY,
        RetreatPayment.fewest(worths, count),
        count,
        Ints.list(options),
        List.of(),
        prompt,
        count,
        Ints.list(worths));
  }
}
