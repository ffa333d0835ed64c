package dev.menagerie.rules.command;

import dev.menagerie.rules.state.Event.ClockKind;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a player may do something now; null means yes. Commands and the list of legal ones both
 * ask here.
 */
public final class Legality {
  private Legality() {}

  /** Why the rules would refuse the command now, or null: it is legal. */
  public static @Nullable Rejection of(Table table, Command command) {
    if (table.status() == GameStatus.FINISHED) {
      return new Rejection.GameOver();
    }
    return switch (command) {
      case Command.Resign _, Command.VoidGame _ -> null;
      case Command.ExpireClock expire -> expire(table, expire);
      case Command.ClaimWin claim -> claim(table, claim.seat());
      case Command.ClaimDraw claim -> claim(table, claim.seat());
      case Command.NoteLeft note -> left(table, note.seat());
      case Command.NoteReturned note ->
          table.isAway(note.seat()) ? null : new Rejection.PresenceUnchanged();
      case Command.GrantGrace grace -> grace(table, grace);
      case Command.GrantTime grant -> grant(table, grant);
      case Command.Select select -> select(table, select);
      case Command.Act act -> {
        Rejection obstacle = obstacle(table, act);
        yield obstacle == null ? of(table, act) : obstacle;
      }
    };
  }

  /** What forbids everything a player may do on their own, whatever it is. */
  private static @Nullable Rejection obstacle(Table table, Command.Act act) {
    if (table.toAct() != act.seat()) {
      return new Rejection.NotYourTurn();
    }
    if (table.pending() != null) {
      return new Rejection.ChooseFirst();
    }
    boolean inSetup = act instanceof Command.PlayPokemon || act instanceof Command.Pass;
    return inSetup || table.status() == GameStatus.ACTIVE ? null : new Rejection.NotInSetup();
  }

  /** Why an act is refused although it is for its player to act and nothing has to be chosen. */
  static @Nullable Rejection of(Table table, Command.Act act) {
    return switch (act) {
      case Command.PlayPokemon play -> CardLegality.playPokemon(table, play);
      case Command.AttachEnergy attach -> CardLegality.attach(table, attach);
      case Command.PlayTrainer play -> CardLegality.playTrainer(table, play);
      case Command.Pass pass -> pass(table, pass.seat());
      case Command.Retreat retreat -> ActingLegality.retreat(table, retreat);
      case Command.Attack attack -> ActingLegality.attack(table, attack);
      case Command.Evolve evolve -> CardLegality.evolve(table, evolve);
      case Command.PlayTool play -> CardLegality.playTool(table, play);
      case Command.AttachFromZone attach -> CardLegality.attachFromZone(table, attach);
      case Command.UseAbility use -> AbilityLegality.use(table, use);
      case Command.UseCardAbility use -> AbilityLegality.use(table, use);
      case Command.RetreatPaying retreat -> ActingLegality.retreat(table, retreat);
    };
  }

  // Clock

  private static @Nullable Rejection expire(Table table, Command.ExpireClock expire) {
    if (table.toAct() != expire.seat() || table.clock().number() != expire.clock()) {
      return new Rejection.ClockReplaced();
    }
    return null;
  }

  private static @Nullable Rejection grace(Table table, Command.GrantGrace grace) {
    if (table.rules().timer().graceMs() == 0) {
      return new Rejection.NoClock();
    }
    if (table.toAct() != grace.seat()) {
      return new Rejection.NotYourTurn();
    }
    return table.graceUsed(grace.seat()) ? new Rejection.GraceUsed(grace.seat()) : null;
  }

  private static @Nullable Rejection left(Table table, Seat seat) {
    if (table.rules().timer().absenceMs() == 0) {
      return new Rejection.NoClock();
    }
    return table.isAway(seat) ? new Rejection.PresenceUnchanged() : null;
  }

  private static @Nullable Rejection claim(Table table, Seat seat) {
    return table.isGone(seat.other()) ? null : new Rejection.NothingToClaim();
  }

  private static @Nullable Rejection grant(Table table, Command.GrantTime grant) {
    if (table.clock().kind() == ClockKind.NONE) {
      return new Rejection.NoClock();
    }
    return table.toAct() == grant.seat() ? null : new Rejection.NotYourTurn();
  }

  // Choices

  private static @Nullable Rejection select(Table table, Command.Select select) {
    PendingChoice pending = table.pending();
    if (pending == null || pending.seat() != select.seat()) {
      return table.toAct() == select.seat()
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
    boolean mayOverpay = pending.purpose().equals("retreat") && table.rules().retreat().overpay();
    return pending.isPaidBy(options, mayOverpay) ? null : bad;
  }

  private static @Nullable Rejection pass(Table table, Seat seat) {
    return table.status() == GameStatus.SETUP && table.active(seat) == null
        ? new Rejection.PlaceActiveFirst()
        : null;
  }
}
