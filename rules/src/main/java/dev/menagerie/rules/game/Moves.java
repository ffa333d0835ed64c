package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command a player may give now, apart from resigning. */
public final class Moves {
  private Moves() {}

  /**
   * The commands of whoever is to act. Of a choice of one thing every option is listed; of several,
   * one legal example, and the pending choice gives the bounds.
   */
  public static List<Command> of(GameState state) {
    Table t = state.table();
    Seat seat = t.toAct();
    List<Command> moves = new ArrayList<>();
    if (seat == null) {
      return moves;
    }
    Pending pending = t.pending();
    if (pending != null) {
      choices(t, pending, moves);
    } else if (t.status() == GameStatus.SETUP) {
      placing(t, seat, moves);
    } else {
      turn(t, seat, moves);
    }
    return moves;
  }

  private static void choices(Table t, Pending pending, List<Command> moves) {
    int options = pending.options().size();
    if (pending.max() == 1 && pending.worth() == 0) {
      if (pending.min() == 0) {
        moves.add(new Command.Select(pending.seat(), pending.number(), List.of()));
      }
      for (int i = 0; i < options; i++) {
        moves.add(new Command.Select(pending.seat(), pending.number(), List.of(i)));
      }
      return;
    }
    moves.add(new Command.Select(pending.seat(), pending.number(), Defaults.places(t, pending)));
  }

  private static void placing(Table t, Seat seat, List<Command> moves) {
    for (int i = 0; i < t.count(seat, Pile.HAND); i++) {
      add(t, new Command.PlayPokemon(seat, t.card(seat, Pile.HAND, i)), moves);
    }
    add(t, new Command.Pass(seat), moves);
  }

  private static boolean add(Table t, Command command, List<Command> moves) {
    boolean legal = Legality.of(t, command) == null;
    if (legal) {
      moves.add(command);
    }
    return legal;
  }

  private static void turn(Table t, Seat seat, List<Command> moves) {
    Pokemon active = t.active(seat);
    Pokemon[] own = new Pokemon[t.benchCount(seat) + (active == null ? 0 : 1)];
    int count = 0;
    if (active != null) {
      own[count++] = active;
    }
    for (int i = 0; i < t.benchCount(seat); i++) {
      own[count++] = t.benched(seat, i);
    }
    hand(t, seat, own, moves);
    if (t.rules().energy().source() != EnergySource.HAND) {
      for (Pokemon pokemon : own) {
        if (!add(t, new Command.AttachFromZone(seat, pokemon.serial()), moves)
            && t.zoneNow(seat).isEmpty()
            && Turns.zoneCard(t, seat) < 0) {
          break;
        }
      }
    }
    abilities(t, seat, own, moves);
    attacks(t, seat, active, moves);
    retreats(t, seat, moves);
    add(t, new Command.Pass(seat), moves);
  }

  private static void hand(Table t, Seat seat, Pokemon[] own, List<Command> moves) {
    for (int i = 0; i < t.count(seat, Pile.HAND); i++) {
      int card = t.card(seat, Pile.HAND, i);
      Face face = t.face(card);
      switch (face.sort) {
        case POKEMON -> pokemon(t, seat, card, face, own, moves);
        case ITEM, SUPPORTER, STADIUM -> add(t, new Command.PlayTrainer(seat, card), moves);
        case TOOL -> {
          for (Pokemon target : own) {
            add(t, new Command.PlayTool(seat, card, target.serial()), moves);
          }
        }
        case ENERGY -> {
          if (mayAttach(t)) {
            for (Pokemon target : own) {
              add(t, new Command.AttachEnergy(seat, card, target.serial()), moves);
            }
          }
        }
      }
    }
  }

  /** A quick look at what most often stands in the way. */
  private static boolean mayAttach(Table t) {
    return t.rules().energy().source() == EnergySource.HAND
        && (t.energyAttached() < t.rules().energy().perTurn() + t.extraEnergy()
            || Statics.of(t).length > 0);
  }

  private static void pokemon(
      Table t, Seat seat, int card, Face face, Pokemon[] own, List<Command> moves) {
    if (face.isBasicPokemon()) {
      add(t, new Command.PlayPokemon(seat, card), moves);
      return;
    }
    for (Pokemon target : own) {
      if (face.evolves(t.face(target.top()))) {
        add(t, new Command.Evolve(seat, card, target.serial()), moves);
      }
    }
  }

  private static void abilities(Table t, Seat seat, Pokemon[] own, List<Command> moves) {
    for (Pokemon pokemon : own) {
      Face face = t.face(pokemon.top());
      if (face.activated) {
        abilities(t, seat, pokemon.serial(), face, moves);
      }
    }
    if (t.stadium() >= 0 && t.face(t.stadium()).activated) {
      abilities(t, seat, Command.STADIUM, t.face(t.stadium()), moves);
    }
  }

  private static void abilities(Table t, Seat seat, int user, Face face, List<Command> moves) {
    for (int i = 0; i < face.abilities.size(); i++) {
      if (face.abilities.get(i) instanceof Ability.Activated) {
        add(t, new Command.UseAbility(seat, user, i), moves);
      }
    }
  }

  private static void attacks(Table t, Seat seat, @Nullable Pokemon active, List<Command> moves) {
    if (active == null || (t.turn() == 1 && !t.rules().firstTurn().attack())) {
      return;
    }
    if (ActingLegality.cannotMove(active)) {
      return;
    }
    Attackable attackable = Attackable.of(t, active);
    int[] units = Energies.units(t, active);
    for (int i = 0; i < attackable.size(); i++) {
      // Asked first, since a refusal would work out in vain what is missing.
      if (Energies.pays(Energies.cost(t, active, attackable.cost(i)), units)) {
        add(t, new Command.Attack(seat, i), moves);
      }
    }
  }

  private static void retreats(Table t, Seat seat, List<Command> moves) {
    for (int i = 0; i < t.benchCount(seat); i++) {
      // What forbids one retreat forbids all: only where to goes differs.
      if (!add(t, new Command.Retreat(seat, t.benched(seat, i).serial()), moves)) {
        return;
      }
    }
  }

  /** One legal answer to what is pending, as it is given for a player whose time is up. */
  public static Command.Select defaultAnswer(GameState state, Pending pending) {
    return new Command.Select(
        pending.seat(),
        pending.number(),
        Ints.list(Ints.array(Defaults.places(state.table(), pending))));
  }

  /** Why a command would be refused now; null: it would not. */
  public static @Nullable Rejection refusal(GameState state, Command command) {
    return Legality.of(state.table(), command);
  }
}
