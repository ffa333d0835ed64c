package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/** Answers the yes-or-no questions of programs. */
public final class Conditions {
  private Conditions() {}

  /** Whether a condition of an effect is true now. */
  public static boolean holds(Table table, Context context, Condition condition) {
    return switch (condition) {
      case Condition.Heads heads ->
          context.number(heads.of().orElse("") + Amounts.HEADS) > 0
              && context.number(heads.of().orElse("") + Amounts.TAILS) == 0;
      case Condition.Tails tails ->
          context.number(tails.of().orElse("") + Amounts.TAILS) > 0
              && context.number(tails.of().orElse("") + Amounts.HEADS) == 0;
      case Condition.AtLeast least ->
          Amounts.of(table, context, least.left()) >= Amounts.of(table, context, least.right());
      case Condition.AtMost most ->
          Amounts.of(table, context, most.left()) <= Amounts.of(table, context, most.right());
      case Condition.Same same ->
          Amounts.of(table, context, same.left()) == Amounts.of(table, context, same.right());
      case Condition.InPlay in ->
          Targets.pokemon(table, context, in.of(), in.at(), in.where()).length > 0;
      case Condition.Is is -> is(table, context, is);
      case Condition.AnyChosen chosen -> !context.kept(chosen.name()).isEmpty();
      case Condition.StadiumInPlay stadium ->
          table.stadium() >= 0
              && (stadium.named().isEmpty()
                  || table.face(table.stadium()).name.equals(stadium.named().get()));
      case Condition.TurnOf turn -> covers(context, turn.of(), table.turnSeat());
      case Condition.FirstTurn first -> isFirstTurn(table, context, first.of());
      case Condition.Happened happened -> happened(table, context, happened);
      case Condition.AllOf all -> all(table, context, all.value());
      case Condition.AnyOf any -> any(table, context, any.value());
      case Condition.Not not -> !holds(table, context, not.value());
    };
  }

  private static boolean all(Table table, Context context, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!holds(table, context, condition)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Table table, Context context, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (holds(table, context, condition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Table table, Context context, Condition.Is is) {
    int[] targets = Targets.of(table, context, is.target());
    for (int serial : targets) {
      Pokemon pokemon = table.find(serial);
      if (pokemon == null || !Filters.matches(table, context, is.where(), pokemon)) {
        return false;
      }
    }
    return targets.length > 0;
  }

  private static boolean isFirstTurn(Table table, Context context, Player of) {
    for (Seat seat : Targets.seats(context, of)) {
      int first = table.first().equals(Optional.of(seat)) ? 1 : 2;
      if (table.turn() == first) {
        return true;
      }
    }
    return false;
  }

  private static boolean happened(Table table, Context context, Condition.Happened happened) {
    for (Seat seat : Targets.seats(context, happened.to())) {
      boolean did =
          switch (happened.in().orElse(Condition.When.THIS_TURN)) {
            case THIS_TURN -> table.happenedThisTurn(seat, happened.what());
            case LAST_TURN -> table.happenedLastTurn(seat, happened.what());
          };
      if (did) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Context context, Player player, Seat seat) {
    return switch (player) {
      case YOU -> seat == context.seat();
      case OPPONENT -> seat != context.seat();
      case BOTH -> true;
    };
  }
}
