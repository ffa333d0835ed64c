package dev.menagerie.bots.search;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.query.Attackable;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.random.RandomGenerator;

/**
 * Plays both seats of sampled games by the ideas of {@link dev.menagerie.bots.GreedyBot}, some ten
 * times as fast: it reads the table, which in a sample hides nothing that matters. Not thread safe.
 */
final class QuickPlayer {
  /** Above it an action is worth doing before the turn ends. */
  private static final double ENDS = 1_000;

  private static final double NOTHING = -1;
  private static final double BENCH_BASIC = 40.0;
  private static final double EVOLVE = 80.0;
  private static final double TOOL = 20.0;
  private static final double GROWS = 10.0;
  private static final double BENCHED = 2.15;
  private static final double EVOLVED_ENERGY = 6.0;
  private static final double STADIUM = 8.0;
  private static final double RETREAT_COST = 16.7;

  /** Cards and abilities that find others come first: what they find may be used in this turn. */
  private static final double TRAINERS_FIRST = 32.0;

  private static final double ABILITIES_FIRST = 0;

  /** Actions of one turn after which only its end is left. */
  private static final int MAX_ACTIONS = 30;

  private final RandomGenerator random;
  private final QuickChoices choices;
  private final long[] keys = new long[64];
  private int seen;
  private int turn;
  private int actions;

  QuickPlayer(RandomGenerator random) {
    this.random = random;
    this.choices = new QuickChoices(random);
  }

  /** The command of the seat that is to act. */
  Command choose(GameState state) {
    Table table = state.table();
    PendingChoice pending = table.pending();
    if (pending != null) {
      return choices.answer(table, pending);
    }
    actions = table.turn() == turn ? actions + 1 : 0;
    turn = table.turn();
    // The fallback. Where a sample leaves no legal command, the rules refuse it and its rollout
    // ends.
    Command best = new Command.Pass(state.toAct().orElseThrow());
    double bestScore = Double.NEGATIVE_INFINITY;
    seen = 0;
    for (Command move : Moves.of(state)) {
      if (recordOrSkip(table, move)) {
        continue;
      }
      boolean ends = move instanceof Command.Attack || move instanceof Command.Pass;
      if (!ends && actions > MAX_ACTIONS) {
        continue;
      }
      double score = score(table, move) + random.nextDouble() * 0.01;
      if (score > bestScore) {
        best = move;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * Records the move; true, to skip it, if an earlier one does the same with another copy of the
   * card.
   */
  private boolean recordOrSkip(Table table, Command move) {
    long key =
        switch (move) {
          case Command.PlayPokemon(_, var card) -> key(table, 1, card, 0);
          case Command.Evolve(_, var card, var target) -> key(table, 2, card, target);
          case Command.AttachEnergy(_, var card, var target) -> key(table, 3, card, target);
          case Command.PlayTrainer(_, var card) -> key(table, 4, card, 0);
          case Command.PlayTool(_, var card, var target) -> key(table, 5, card, target);
          case Command other -> 0;
        };
    for (int i = 0; i < seen && key != 0; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    if (key != 0 && seen < keys.length) {
      keys[seen++] = key;
    }
    return false;
  }

  private static long key(Table table, int kind, int card, int target) {
    return (long) kind << 56 | (long) table.definition(card) << 32 | target;
  }

  /** How soon a command is worth giving; {@link #choose} gives the one with the highest score. */
  static double score(Table table, Command move) {
    return switch (move) {
      case Command.Attack(var seat, var index) -> attack(table, seat, index);
      case Command.PlayPokemon(var seat, var card) -> before(basic(table, seat, card));
      case Command.Evolve(_, var card, var target) -> before(evolve(table, card, target));
      case Command.AttachEnergy(var seat, var card, var target) ->
          before(EnergyGains.attaching(table, seat, table.face(card).units, target));
      case Command.AttachFromZone(var seat, var target) ->
          before(EnergyGains.attaching(table, seat, EnergyGains.ofZone(table, seat), target));
      case Command.PlayTrainer(var seat, var card) ->
          first(trainer(table, seat, card), TRAINERS_FIRST);
      case Command.PlayTool(_, _, var target) -> before(tool(table, target));
      case Command.UseAbility use -> first(ability(table, use), ABILITIES_FIRST);
      case Command.UseCardAbility(var seat, var card, var ability) ->
          before(gain(table, seat, -1, card, table.face(card), ability));
      case Command.Retreat(var seat, var bench) -> before(retreat(table, seat, bench));
      case Command.RetreatPaying(var seat, var bench, _) -> before(retreat(table, seat, bench));
      case Command.Pass _,
          Command.Select _,
          Command.Resign _,
          Command.ClaimWin _,
          Command.ClaimDraw _,
          Command.NoteLeft _,
          Command.NoteReturned _,
          Command.ExpireClock _,
          Command.GrantGrace _,
          Command.GrantTime _,
          Command.VoidGame _ ->
          0;
    };
  }

  private static double before(double gain) {
    return gain > 0 ? ENDS + gain : NOTHING;
  }

  private static double first(double gain, double more) {
    return gain > 0 ? before(gain + more) : NOTHING;
  }

  private static double attack(Table table, Seat seat, int index) {
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    if (active == null || facing == null) {
      return 1;
    }
    Attackable attackable = Attackable.of(table, active);
    CompiledCard face = attackable.face(index);
    Attack attack = face.attacks.get(attackable.place(index));
    return 1 + Forecast.value(table, attackable.user(index), attack, facing);
  }

  private static double basic(Table table, Seat seat, int card) {
    CompiledCard face = table.face(card);
    if (table.active(seat) == null) {
      int cheapest = 4;
      for (Attack attack : face.attacks) {
        cheapest = Math.min(cheapest, attack.cost().size());
      }
      return 50 + face.hp / 10.0 - 5.0 * face.retreat - 6.0 * cheapest;
    }
    boolean grows = !table.catalog().evolutions(face).isEmpty();
    return BENCH_BASIC + (grows ? GROWS : 0) + face.hp / 20.0 - BENCHED * table.benchCount(seat);
  }

  private static double evolve(Table table, int card, int target) {
    Pokemon below = table.find(target);
    if (below == null) {
      return NOTHING;
    }
    CompiledCard face = table.face(card);
    return EVOLVE
        + face.hp / 10.0
        + EVOLVED_ENERGY * below.energyCount()
        + (table.isActive(below) ? 5 : 0)
        + (face.stage == Stage.STAGE_2 ? 20 : 0)
        - below.damage() / 20.0;
  }

  /** Whether the Active would retreat in this turn. */
  static boolean isLeaving(Table table, Seat seat) {
    for (int i = 0; i < table.benchCount(seat); i++) {
      Command.Retreat retreat = new Command.Retreat(seat, table.benched(seat, i).serial());
      if (retreat(table, seat, retreat.bench()) > 0) {
        return table.counters().retreats() < table.rules().retreat().perTurn();
      }
    }
    return false;
  }

  private static double tool(Table table, int serial) {
    Pokemon holder = table.find(serial);
    if (holder == null) {
      return NOTHING;
    }
    CompiledCard face = table.face(holder.top());
    return TOOL + (table.isActive(holder) ? 6 : 0) + face.hp / 20.0 + holder.energyCount();
  }

  private static double trainer(Table table, Seat seat, int card) {
    CompiledCard face = table.face(card);
    return switch (face.definition) {
      case CardDefinition.Trainer trainer ->
          face.sort == CompiledCard.Sort.STADIUM
              ? STADIUM
              : gains(table, seat, activeSerial(table, seat), card).of(trainer.effects());
      case CardDefinition.Pokemon _ -> basic(table, seat, card);
      case CardDefinition.Energy _ -> NOTHING;
    };
  }

  private static double ability(Table table, Command.UseAbility use) {
    if (use.pokemon() == Command.STADIUM) {
      CompiledCard face = table.face(table.stadium());
      return gain(table, use.seat(), -1, table.stadium(), face, use.ability());
    }
    Pokemon user = table.find(use.pokemon());
    return user == null
        ? NOTHING
        : gain(table, use.seat(), user.serial(), user.top(), table.face(user.top()), use.ability());
  }

  private static double gain(
      Table table, Seat seat, int serial, int card, CompiledCard face, int ability) {
    return face.abilities.get(ability) instanceof Ability.Activated activated
        ? gains(table, seat, serial, card).of(activated.effects())
        : NOTHING;
  }

  private static double retreat(Table table, Seat seat, int bench) {
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    Pokemon up = table.find(bench);
    if (active == null || facing == null || up == null) {
      return NOTHING;
    }
    boolean givesUp =
        Forecast.best(table, active, facing, 0) > 0 && Forecast.best(table, up, facing, 0) <= 0;
    double price = EffectGains.MARGIN + RETREAT_COST * table.face(active.top()).retreat;
    return givesUp ? NOTHING : gains(table, seat, active.serial(), -1).change(up, price);
  }

  private static int activeSerial(Table table, Seat seat) {
    Pokemon active = table.active(seat);
    return active == null ? -1 : active.serial();
  }

  static EffectGains gains(Table table, Seat seat, int self, int source) {
    return new EffectGains(table, seat, Context.of(seat, self, source));
  }
}
