package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.query.StateQueries;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Snapshot;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The laws of every game, after every command, with refused commands mixed in. */
class InvariantsTest {
  private static final int GAMES = Integer.getInteger("rules.invariants", 150);
  private static final int LONG_GAMES = Integer.getInteger("rules.invariants.long", 10_000);

  @Test
  void holdInAFewGames() {
    for (long seed = 0; seed < GAMES; seed++) {
      play(seed);
    }
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void holdInManyGames() {
    for (long seed = GAMES; seed < GAMES + LONG_GAMES; seed++) {
      play(seed);
    }
  }

  private static void play(long seed) {
    GameSetup setup = Playout.setup(Playout.rules(seed), seed);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 1; state.status() != GameStatus.FINISHED; number++) {
      String where = "seed " + seed + ", command " + number;
      cardsAreConserved(state, where);
      boundsHold(state, where);
      List<Command> moves = Moves.of(state);
      refusedChangesNothing(state, moves, random, where);
      Command move = Playout.pick(state, moves, random);
      Decision decision = Game.decide(state, move, Chance.keyed(setup.seed(), 0, number));
      assertThat(decision).as("%s: %s", where, move).isInstanceOf(Decision.Accepted.class);
      state = ((Decision.Accepted) decision).next();
    }
    cardsAreConserved(state, "seed " + seed + ", end");
    assertThat(Moves.of(state)).isEmpty();
  }

  /** 1: every card is in exactly one place. */
  private static void cardsAreConserved(GameState state, String where) {
    Table t = state.table();
    Set<Integer> seen = new HashSet<>();
    int count = t.stadium() < 0 ? 0 : 1;
    if (t.stadium() >= 0) {
      seen.add(t.stadium());
    }
    for (Seat seat : Seat.values()) {
      for (Pile pile : Pile.values()) {
        for (int card : t.cards(seat, pile)) {
          seen.add(card);
          count++;
          assertThat(t.owner(card)).as(where).isEqualTo(seat);
        }
      }
      for (Pokemon pokemon : inPlay(t, seat)) {
        for (int i = 0; i < pokemon.cardCount(); i++) {
          seen.add(pokemon.card(i));
        }
        for (int i = 0; i < pokemon.energyCount(); i++) {
          seen.add(pokemon.energy(i));
        }
        for (int i = 0; i < pokemon.toolCount(); i++) {
          seen.add(pokemon.tool(i));
        }
        count += pokemon.cardCount() + pokemon.energyCount() + pokemon.toolCount();
      }
    }
    assertThat(seen).as(where).hasSize(count).hasSize(t.instances());
  }

  private static List<Pokemon> inPlay(Table t, Seat seat) {
    List<Pokemon> all = new ArrayList<>();
    Pokemon active = t.active(seat);
    if (active != null) {
      all.add(active);
    }
    for (int i = 0; i < t.benchCount(seat); i++) {
      all.add(t.benched(seat, i));
    }
    return all;
  }

  /** 2 and 3: damage, bench, prizes, counters; at most one player is to act. */
  private static void boundsHold(GameState state, String where) {
    Table t = state.table();
    RulesConfig rules = state.rules();
    for (Seat seat : Seat.values()) {
      assertThat(t.benchCount(seat)).as(where).isLessThanOrEqualTo(rules.bench().max());
      assertThat(state.prizesRemaining(seat)).as(where).isBetween(0, t.goal());
      if (rules.prizes().mode() == PrizeMode.POINTS) {
        assertThat(t.count(seat, Pile.PRIZES)).as(where).isZero();
      }
      for (Pokemon pokemon : inPlay(t, seat)) {
        assertThat(pokemon.damage()).as(where).isNotNegative();
        boolean resting = state.pending().isEmpty() && state.status() == GameStatus.ACTIVE;
        if (resting) {
          assertThat(pokemon.damage()).as(where).isLessThan(StateQueries.maxHp(state, pokemon));
          assertThat(t.isActive(pokemon) || pokemon.conditions() == 0).as(where).isTrue();
        }
      }
      if (state.status() == GameStatus.ACTIVE && state.pending().isEmpty()) {
        assertThat(t.active(seat)).as(where).isNotNull();
      }
    }
    assertThat(state.toAct()).as(where).isPresent();
    assertThat(t.counters().energyAttached())
        .as(where)
        .isLessThanOrEqualTo(rules.energy().perTurn());
    assertThat(t.counters().supporters())
        .as(where)
        .isLessThanOrEqualTo(rules.trainers().supporters());
    assertThat(t.counters().retreats()).as(where).isLessThanOrEqualTo(rules.retreat().perTurn());
    PendingChoice pending = t.pending();
    if (pending != null) {
      assertThat(pending.min()).as(where).isLessThanOrEqualTo(pending.max());
      assertThat(pending.max()).as(where).isLessThanOrEqualTo(pending.options().size());
    }
  }

  /** 4: a refused command changes nothing, and unlisted commands are refused. */
  private static void refusedChangesNothing(
      GameState state, List<Command> moves, SplittableRandom random, String where) {
    Seat seat = Seat.of(random.nextInt(2));
    int card = random.nextInt(state.table().instances());
    int serial = random.nextInt(state.table().nextSerial() + 1);
    List<Command> tries =
        List.of(
            new Command.PlayPokemon(seat, card),
            new Command.Evolve(seat, card, serial),
            new Command.AttachEnergy(seat, card, serial),
            new Command.AttachFromZone(seat, serial),
            new Command.PlayTrainer(seat, card),
            new Command.PlayTool(seat, card, serial),
            new Command.UseAbility(seat, serial, random.nextInt(2)),
            new Command.Retreat(seat, serial),
            new Command.Attack(seat, random.nextInt(3)),
            new Command.Pass(seat),
            new Command.Select(seat, random.nextInt(50), List.of(random.nextInt(3))));
    Snapshot before = null;
    for (Command command : tries) {
      boolean listed = moves.contains(command) || isAnotherAnswer(state, command);
      if (listed) {
        continue;
      }
      before = before == null ? state.snapshot() : before;
      Decision decision =
          Game.decide(
              state,
              command,
              new Chance() {
                @Override
                public boolean flip() {
                  throw new AssertionError("chance used for a refused command: " + where);
                }

                @Override
                public int below(int bound) {
                  throw new AssertionError("chance used for a refused command: " + where);
                }
              });
      assertThat(decision).as("%s: %s", where, command).isInstanceOf(Decision.Rejected.class);
      assertThat(state.snapshot()).as(where).isEqualTo(before);
    }
  }

  /** Of a choice of several only one example is listed. */
  private static boolean isAnotherAnswer(GameState state, Command command) {
    return command instanceof Command.Select select
        && state.pending().isPresent()
        && state.pending().get().number() == select.choice()
        && state.pending().get().max() != 1;
  }
}
