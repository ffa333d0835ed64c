package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out which Pokémon an operation is about, and asks where a player has to choose. */
final class Targeting {
  private Targeting() {}

  /** Serials of the targets, or null: a player has to choose first. */
  static int @Nullable [] targets(
      Execution execution, RunningFrame frame, Target target, String prompt) {
    if (!(target instanceof Target.Choose choose)) {
      return Targets.of(execution.table, frame, target);
    }
    int[] options = Targets.of(execution.table, frame, choose);
    int max = choose.max().map(most -> Amounts.of(execution.table, frame, most)).orElse(1);
    int min = choose.min().map(least -> Amounts.of(execution.table, frame, least)).orElse(max);
    Seat by = Targets.seat(frame, choose.by().orElse(Player.YOU));
    int least = execution.leastOf(frame, min, max);
    List<Integer> chosen =
        execution.choose(frame, by, ChoiceKind.POKEMON, least, max, options, prompt);
    if (chosen == null) {
      return null;
    }
    choose.as().ifPresent(name -> frame.set(name, chosen));
    return Ints.array(chosen);
  }

  /** Targets an effect of this program can do something to: those that no shield protects. */
  static int @Nullable [] affected(
      Execution execution, RunningFrame frame, Target target, String prompt) {
    int[] targets = targets(execution, frame, target, prompt);
    if (targets == null || Statics.of(execution.table).length == 0) {
      return targets;
    }
    int[] left = Ints.NONE;
    for (int serial : targets) {
      Pokemon pokemon = execution.table.find(serial);
      if (pokemon != null && !Attacks.isShielded(execution, frame, pokemon)) {
        left = Ints.with(left, serial);
      }
    }
    return left;
  }
}
