package dev.menagerie.rules.command;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.query.Attackable;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.EnergyCosts;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command a player may give now, apart from resigning and claiming. */
public final class Moves {
  private Moves() {}

  /**
   * The legal commands of the player to act. A choice of one thing lists every option; a choice of
   * several lists one legal example, and the pending choice has the bounds.
   */
  public static List<Command> of(GameState state) {
    Table table = state.table();
    Seat seat = table.toAct();
    List<Command> moves = new ArrayList<>();
    if (seat == null) {
      return moves;
    }
    PendingChoice pending = table.pending();
    if (pending != null) {
      choices(pending, moves);
    } else if (table.status() == GameStatus.SETUP) {
      placing(table, seat, moves);
    } else {
      turn(table, seat, moves);
    }
    return moves;
  }

  private static void choices(PendingChoice pending, List<Command> moves) {
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
    moves.add(new Command.Select(pending.seat(), pending.number(), Defaults.places(pending)));
  }

  private static void placing(Table table, Seat seat, List<Command> moves) {
    for (int i = 0; i < table.count(seat, Pile.HAND); i++) {
      add(table, new Command.PlayPokemon(seat, table.card(seat, Pile.HAND, i)), moves);
    }
    add(table, new Command.Pass(seat), moves);
  }

  private static boolean add(Table table, Command.Act act, List<Command> moves) {
    boolean legal = Legality.of(table, act) == null;
    if (legal) {
      moves.add(act);
    }
    return legal;
  }

  private static void turn(Table table, Seat seat, List<Command> moves) {
    Pokemon active = table.active(seat);
    Pokemon[] own = new Pokemon[table.benchCount(seat) + (active == null ? 0 : 1)];
    int count = 0;
    if (active != null) {
      own[count++] = active;
    }
    for (int i = 0; i < table.benchCount(seat); i++) {
      own[count++] = table.benched(seat, i);
    }
    hand(table, seat, own, moves);
    if (table.rules().energy().source() != EnergySource.HAND) {
      for (Pokemon pokemon : own) {
        if (!add(table, new Command.AttachFromZone(seat, pokemon.serial()), moves)
            && table.zoneNow(seat).isEmpty()
            && Energies.flipped(table, seat) < 0) {
          break;
        }
      }
    }
    abilities(table, seat, own, moves);
    attacks(table, seat, active, moves);
    retreats(table, seat, moves);
    add(table, new Command.Pass(seat), moves);
  }

  private static void hand(Table table, Seat seat, Pokemon[] own, List<Command> moves) {
    for (int i = 0; i < table.count(seat, Pile.HAND); i++) {
      int card = table.card(seat, Pile.HAND, i);
      CompiledCard face = table.face(card);
      if (face.usedFromHand) {
        cardAbilities(table, seat, card, face, moves);
      }
      switch (face.sort) {
        case POKEMON -> pokemon(table, seat, card, face, own, moves);
        case ITEM, SUPPORTER, STADIUM -> add(table, new Command.PlayTrainer(seat, card), moves);
        case TOOL -> {
          for (Pokemon target : own) {
            add(table, new Command.PlayTool(seat, card, target.serial()), moves);
          }
        }
        case ENERGY -> {
          if (mayAttach(table)) {
            for (Pokemon target : own) {
              add(table, new Command.AttachEnergy(seat, card, target.serial()), moves);
            }
          }
        }
      }
    }
  }

  /** A quick check of the most frequent obstacles. */
  private static boolean mayAttach(Table table) {
    return table.rules().energy().source() == EnergySource.HAND
        && (table.counters().energyAttached()
                < table.rules().energy().perTurn() + table.counters().extraEnergy()
            || Statics.of(table).length > 0);
  }

  private static void pokemon(
      Table table, Seat seat, int card, CompiledCard face, Pokemon[] own, List<Command> moves) {
    if (face.isBasicPokemon()) {
      add(table, new Command.PlayPokemon(seat, card), moves);
      return;
    }
    for (Pokemon target : own) {
      if (face.evolves(table.face(target.top()))) {
        add(table, new Command.Evolve(seat, card, target.serial()), moves);
      }
    }
  }

  private static void abilities(Table table, Seat seat, Pokemon[] own, List<Command> moves) {
    for (Pokemon pokemon : own) {
      CompiledCard face = table.face(pokemon.top());
      if (face.activated) {
        abilities(table, seat, pokemon.serial(), face, moves);
      }
    }
    if (table.cards().hasUseFromDiscard()) {
      for (int card : table.cards(seat, Pile.DISCARD)) {
        if (table.face(card).usedFromDiscard) {
          cardAbilities(table, seat, card, table.face(card), moves);
        }
      }
    }
    if (table.stadium() >= 0 && table.face(table.stadium()).activated) {
      abilities(table, seat, Command.STADIUM, table.face(table.stadium()), moves);
    }
  }

  private static void abilities(
      Table table, Seat seat, int user, CompiledCard face, List<Command> moves) {
    for (int i = 0; i < face.abilities.size(); i++) {
      if (face.abilities.get(i) instanceof Ability.Activated) {
        add(table, new Command.UseAbility(seat, user, i), moves);
      }
    }
  }

  private static void cardAbilities(
      Table table, Seat seat, int card, CompiledCard face, List<Command> moves) {
    for (int i = 0; i < face.abilities.size(); i++) {
      if (face.abilities.get(i) instanceof Ability.Activated) {
        add(table, new Command.UseCardAbility(seat, card, i), moves);
      }
    }
  }

  private static void attacks(
      Table table, Seat seat, @Nullable Pokemon active, List<Command> moves) {
    if (active == null) {
      return;
    }
    Attackable attackable = Attackable.of(table, active);
    for (int i = 0; i < attackable.size(); i++) {
      Pokemon user = attackable.user(i);
      if (ActingLegality.isTooEarlyToAttack(table, user) || ActingLegality.cannotMove(user)) {
        continue;
      }
      // Checked first: a refusal would compute the missing part for nothing.
      if (EnergyCosts.pays(
          EnergyCosts.cost(table, user, attackable.name(i), attackable.cost(i)),
          Energies.units(table, user))) {
        add(table, new Command.Attack(seat, i), moves);
      }
    }
  }

  private static void retreats(Table table, Seat seat, List<Command> moves) {
    for (int i = 0; i < table.benchCount(seat); i++) {
      // What forbids one retreat forbids all: only where to goes differs.
      if (!add(table, new Command.Retreat(seat, table.benched(seat, i).serial()), moves)) {
        return;
      }
    }
  }

  /** One legal answer to the pending choice, as it is given for a player whose time has expired. */
  public static Command.Select defaultAnswer(GameState state, PendingChoice pending) {
    return new Command.Select(
        pending.seat(), pending.number(), Ints.list(Ints.array(Defaults.places(pending))));
  }

  /** Why a command would be refused now; null: it would not. */
  public static @Nullable Rejection refusal(GameState state, Command command) {
    return Legality.of(state.table(), command);
  }
}
