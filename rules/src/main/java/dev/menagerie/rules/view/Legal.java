package dev.menagerie.rules.view;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The legal actions of a player, ready to be sent back as they are. */
public final class Legal {
  private Legal() {}

  /**
   * The legal actions of a seat, ready to be sent back; empty when the opponent acts. Claiming the
   * game of an opponent who is gone is not among them, as resigning is not: both end the game.
   */
  public static List<Action> actions(GameState state, Seat seat) {
    if (state.table().toAct() != seat) {
      return List.of();
    }
    CardIds.OfViewer ids = Viewer.seat(seat).ids(state);
    List<Action> actions = new ArrayList<>();
    for (Command command : Moves.of(state)) {
      actions.add(action(state.table(), ids, command));
    }
    return List.copyOf(actions);
  }

  /** The wire form of a command, for the player who gives it. */
  public static Action action(GameState state, Command command) {
    return action(state.table(), Viewer.seat(command.seat()).ids(state), command);
  }

  private static Action action(Table table, CardIds.OfViewer ids, Command command) {
    return switch (command) {
      case Command.PlayPokemon play -> new Action.PlayPokemon(ids.card(table, play.card()));
      case Command.Evolve evolve ->
          new Action.Evolve(ids.card(table, evolve.card()), top(table, ids, evolve.target()));
      case Command.AttachEnergy attach ->
          new Action.AttachEnergy(
              Optional.of(ids.card(table, attach.card())),
              Optional.empty(),
              top(table, ids, attach.target()));
      case Command.AttachFromZone attach ->
          new Action.AttachEnergy(
              Optional.empty(),
              Optional.of(Action.EnergyOrigin.ZONE),
              top(table, ids, attach.target()));
      case Command.PlayTrainer play ->
          new Action.PlayTrainer(ids.card(table, play.card()), Optional.empty());
      case Command.PlayTool play ->
          new Action.PlayTrainer(
              ids.card(table, play.card()), Optional.of(top(table, ids, play.target())));
      case Command.UseAbility use ->
          new Action.UseAbility(
              use.pokemon() == Command.STADIUM
                  ? ids.card(table, table.stadium())
                  : top(table, ids, use.pokemon()),
              use.ability());
      case Command.UseCardAbility use ->
          new Action.UseAbility(ids.card(table, use.card()), use.ability());
      case Command.Retreat retreat ->
          new Action.Retreat(top(table, ids, retreat.bench()), Optional.empty());
      case Command.RetreatPaying retreat ->
          new Action.Retreat(
              top(table, ids, retreat.bench()),
              Optional.of(retreat.energy().stream().map(card -> ids.card(table, card)).toList()));
      case Command.Attack attack -> new Action.Attack(attack.attack());
      case Command.Pass _ -> new Action.Pass();
      case Command.Select select -> select(table, ids, select);
      case Command.ClaimWin _ -> new Action.ClaimWin();
      case Command.ClaimDraw _ -> new Action.ClaimDraw();
      case Command.Resign _,
          Command.NoteLeft _,
          Command.NoteReturned _,
          Command.ExpireClock _,
          Command.GrantGrace _,
          Command.GrantTime _,
          Command.VoidGame _ ->
          throw new IllegalArgumentException("not an action: " + command);
    };
  }

  private static String top(Table table, CardIds.OfViewer ids, int serial) {
    Pokemon pokemon = Objects.requireNonNull(table.find(serial));
    return ids.card(table, pokemon.top());
  }

  private static Action select(Table table, CardIds.OfViewer ids, Command.Select select) {
    PendingChoice pending = Objects.requireNonNull(table.pending());
    List<String> chosen = new ArrayList<>();
    for (int place : select.options()) {
      chosen.add(Questions.optionId(table, ids, pending, place));
    }
    if (pending.kind() == ChoiceKind.SELECT_ACTIVE) {
      return new Action.SelectActive(chosen.getFirst());
    }
    if (pending.kind() == ChoiceKind.SELECT_PRIZE) {
      return new Action.SelectPrize(select.options().getFirst());
    }
    return new Action.Select(Questions.choiceId(pending), chosen);
  }
}
