package dev.menagerie.rules.game;

import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a player may do something now; null means yes. Commands and the list of legal ones both
 * ask here.
 */
final class Legality {
  private Legality() {}

  static @Nullable Rejection of(Table t, Command command) {
    if (t.status() == GameStatus.FINISHED) {
      return new Rejection.GameOver();
    }
    return switch (command) {
      case Command.Resign _ -> null;
      case Command.ExpireClock expire -> expire(t, expire);
      case Command.GrantGrace grace -> grace(t, grace);
      case Command.Select select -> select(t, select);
      case Command.PlayPokemon play ->
          orBlocked(t, command, () -> CardLegality.playPokemon(t, play));
      case Command.Pass pass -> orBlocked(t, command, () -> pass(t, pass.seat()));
      case Command.Evolve evolve -> inTurn(t, command, () -> CardLegality.evolve(t, evolve));
      case Command.AttachEnergy attach -> inTurn(t, command, () -> CardLegality.attach(t, attach));
      case Command.AttachFromZone attach ->
          inTurn(t, command, () -> CardLegality.attachFromZone(t, attach));
      case Command.PlayTrainer play -> inTurn(t, command, () -> CardLegality.playTrainer(t, play));
      case Command.PlayTool play -> inTurn(t, command, () -> CardLegality.playTool(t, play));
      case Command.UseAbility use -> inTurn(t, command, () -> ActingLegality.useAbility(t, use));
      case Command.Retreat retreat -> inTurn(t, command, () -> ActingLegality.retreat(t, retreat));
      case Command.RetreatPaying retreat ->
          inTurn(t, command, () -> ActingLegality.retreat(t, retreat));
      case Command.Attack attack -> inTurn(t, command, () -> ActingLegality.attack(t, attack));
    };
  }

  private interface Question {
    @Nullable Rejection answer();
  }

  /**
   * Whatever a player does on their own: it is for them to act and nothing has to be chosen first.
   */
  private static @Nullable Rejection orBlocked(Table t, Command command, Question question) {
    Pending pending = t.pending();
    if (t.toAct() != command.seat()) {
      return new Rejection.NotYourTurn();
    }
    return pending == null ? question.answer() : new Rejection.ChooseFirst();
  }

  private static @Nullable Rejection inTurn(Table t, Command command, Question question) {
    return orBlocked(
        t,
        command,
        () -> t.status() == GameStatus.ACTIVE ? question.answer() : new Rejection.NotInSetup());
  }

  // Clock

  private static @Nullable Rejection expire(Table t, Command.ExpireClock expire) {
    if (t.toAct() != expire.seat() || t.clock() != expire.clock()) {
      return new Rejection.ClockReplaced();
    }
    return null;
  }

  private static @Nullable Rejection grace(Table t, Command.GrantGrace grace) {
    if (t.rules().timer().graceMs() == 0) {
      return new Rejection.NoClock();
    }
    if (t.toAct() != grace.seat()) {
      return new Rejection.NotYourTurn();
    }
    return t.graceUsed(grace.seat()) ? new Rejection.GraceUsed(grace.seat()) : null;
  }

  // Choices

  private static @Nullable Rejection select(Table t, Command.Select select) {
    Pending pending = t.pending();
    if (pending == null || pending.seat() != select.seat()) {
      return t.toAct() == select.seat()
          ? new Rejection.NoSuchChoice()
          : new Rejection.NotYourTurn();
    }
    if (pending.number() != select.choice()) {
      return new Rejection.NoSuchChoice();
    }
    Rejection bad = new Rejection.BadSelection(pending.min(), pending.max());
    List<Integer> options = select.options();
    if (options.size() < pending.min() || options.size() > pending.max()) {
      return bad;
    }
    for (int i = 0; i < options.size(); i++) {
      int option = options.get(i);
      if (option < 0
          || option >= pending.options().size()
          || options.subList(0, i).contains(option)) {
        return bad;
      }
    }
    return pending.worth() > 0 && worth(t, pending, options) < pending.worth() ? bad : null;
  }

  private static int worth(Table t, Pending pending, List<Integer> options) {
    Pokemon active = t.active(pending.seat());
    int worth = 0;
    for (int option : options) {
      int card = pending.options().get(option);
      worth += active == null ? 0 : Energies.cardUnits(t, active, card).length;
    }
    return worth;
  }

  private static @Nullable Rejection pass(Table t, Seat seat) {
    return t.status() == GameStatus.SETUP && t.active(seat) == null
        ? new Rejection.PlaceActiveFirst()
        : null;
  }

  static @Nullable Pokemon own(Table t, Seat seat, int serial) {
    Pokemon pokemon = t.find(serial);
    return pokemon != null && pokemon.seat() == seat ? pokemon : null;
  }
}
