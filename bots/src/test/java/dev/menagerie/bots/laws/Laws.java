package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.StateQueries;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.state.Table;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.Legal;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What holds in every game: cards are conserved (1), bounds are kept (2), one player at most is to
 * act (3), a refused command changes nothing (4), the list of legal ones is exact, events fold to
 * the state, the same commands give the same game again (7), and incremental views are right
 * ({@link ViewLaw}).
 */
final class Laws {
  /** Expensive laws are checked for every n-th state. */
  private static final int SELDOM = 8;

  private static final Chance UNUSED =
      new Chance() {
        @Override
        public boolean flip() {
          throw new AssertionError("chance was used for a refused command");
        }

        @Override
        public int below(int bound) {
          throw new AssertionError("chance was used for a refused command");
        }
      };

  private Laws() {}

  /** Plays the game to its end; an error names the command after which a law was broken. */
  static void hold(Deal deal) {
    PlayedGame game = new PlayedGame(deal);
    ViewLaw views = new ViewLaw();
    try {
      holds(game.state());
      views.holds(game.state());
      game.play((before, listed, taken, decision) -> {
        refusalsChangeNothing(before, listed, game.random());
        isAccepted(before, listed.get(game.random().nextInt(listed.size())));
        if (game.commands().size() % SELDOM == 0) {
          eventsFold(before, decision);
          actionsMeanTheirCommands(before, listed);
        }
        holds(decision.next());
        views.holds(decision.next());
      });
      assertThat(game.replayed()).isEqualTo(StateDigest.of(game.state()));
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(deal + ", command " + game.commands().size(), broken);
    }
  }

  private static void holds(GameState state) {
    cardsAreConserved(state.table());
    for (Seat seat : Seat.values()) {
      boundsHold(state, seat);
    }
    countersHold(state);
    assertThat(state.toAct().isPresent()).isEqualTo(state.status() != GameStatus.FINISHED);
    assertThat(Moves.of(state).isEmpty()).isEqualTo(state.status() == GameStatus.FINISHED);
  }

  // 1: every card is in exactly one place, its owner's

  private static void cardsAreConserved(Table t) {
    int[] places = new int[t.instances()];
    if (t.stadium() >= 0) {
      places[t.stadium()]++;
    }
    for (Seat seat : Seat.values()) {
      for (Pile pile : Pile.values()) {
        for (int i = 0; i < t.count(seat, pile); i++) {
          places[t.card(seat, pile, i)]++;
          assertThat(t.owner(t.card(seat, pile, i))).isEqualTo(seat);
        }
      }
      Pokemon active = t.active(seat);
      if (active != null) {
        count(active, places);
      }
      for (int i = 0; i < t.benchCount(seat); i++) {
        count(t.benched(seat, i), places);
      }
    }
    for (int card = 0; card < places.length; card++) {
      if (places[card] != 1) {
        throw new AssertionError("card " + card + " is in " + places[card] + " places");
      }
    }
  }

  private static void count(Pokemon pokemon, int[] places) {
    for (int i = 0; i < pokemon.cardCount(); i++) {
      places[pokemon.card(i)]++;
    }
    for (int i = 0; i < pokemon.energyCount(); i++) {
      places[pokemon.energy(i)]++;
    }
    for (int i = 0; i < pokemon.toolCount(); i++) {
      places[pokemon.tool(i)]++;
    }
  }

  // 2 and 3: bounds

  private static void boundsHold(GameState state, Seat seat) {
    Table t = state.table();
    boolean resting = state.status() == GameStatus.ACTIVE && state.pending().isEmpty();
    // Where the bench has just become smaller, its owner is asked who leaves.
    assertThat(!resting || t.benchCount(seat) <= PlayerLimits.benchSize(t, seat)).isTrue();
    assertThat(state.prizesRemaining(seat)).isBetween(0, t.goal());
    if (state.rules().prizes().mode() == PrizeMode.POINTS) {
      assertThat(t.count(seat, Pile.PRIZES)).isZero();
    }
    Pokemon active = t.active(seat);
    assertThat(resting && active == null).isFalse();
    if (active != null) {
      boundsHold(state, active, resting);
    }
    for (int i = 0; i < t.benchCount(seat); i++) {
      boundsHold(state, t.benched(seat, i), resting);
      assertThat(t.benched(seat, i).conditions()).isZero();
    }
  }

  private static void boundsHold(GameState state, Pokemon pokemon, boolean resting) {
    assertThat(pokemon.damage()).isNotNegative();
    assertThat(pokemon.toolCount()).isBetween(0, state.rules().trainers().toolsPerPokemon());
    if (resting) {
      assertThat(pokemon.damage()).isLessThan(StateQueries.maxHp(state, pokemon));
      assertThat(pokemon.doomed()).isFalse();
    }
  }

  private static void countersHold(GameState state) {
    Table t = state.table();
    assertThat(t.counters().stadiums()).isBetween(0, state.rules().trainers().stadiums());
    assertThat(t.counters().retreats()).isBetween(0, state.rules().retreat().perTurn());
    PendingChoice pending = t.pending();
    if (pending != null) {
      assertThat(pending.min()).isBetween(0, pending.max());
      assertThat(pending.max()).isLessThanOrEqualTo(pending.options().size());
    }
  }

  // 4: refusals

  private static void refusalsChangeNothing(
      GameState state, List<Command> listed, SplittableRandom random) {
    String before = StateDigest.of(state);
    for (Command command : anything(state, random)) {
      if (!listed.contains(command) && !answers(state, command)) {
        assertThat(Game.decide(state, command, UNUSED))
            .as("not listed: %s", command)
            .isInstanceOf(Decision.Rejected.class);
      }
    }
    assertThat(StateDigest.of(state)).isEqualTo(before);
  }

  private static List<Command> anything(GameState state, SplittableRandom random) {
    Seat seat = Seat.of(random.nextInt(2));
    int card = random.nextInt(state.table().instances());
    int serial = random.nextInt(state.table().nextSerial() + 1);
    return List.of(
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
  }

  /** Of a choice of several only one example is listed. */
  private static boolean answers(GameState state, Command command) {
    return command instanceof Command.Select select
        && state.pending().filter(p -> p.number() == select.choice() && p.max() != 1).isPresent();
  }

  // Legal ones

  private static void isAccepted(GameState state, Command listed) {
    assertThat(Game.decide(state, listed, Chance.keyed(Deal.of(0).seed(), 0, 1)))
        .as("listed: %s", listed)
        .isInstanceOf(Decision.Accepted.class);
  }

  private static void actionsMeanTheirCommands(GameState state, List<Command> listed) {
    Seat seat = state.toAct().orElseThrow();
    List<Action> actions = Legal.actions(state, seat);
    assertThat(actions).hasSameSizeAs(listed).doesNotHaveDuplicates();
    for (int i = 0; i < actions.size(); i++) {
      assertThat(Actions.resolve(state, seat, actions.get(i)))
          .isEqualTo(new Actions.Resolution.Resolved(listed.get(i)));
    }
    assertThat(Legal.actions(state, seat.other())).isEmpty();
  }

  private static void eventsFold(GameState before, Decision.Accepted decision) {
    assertThat(StateDigest.of(Game.evolve(before, decision.events())))
        .isEqualTo(StateDigest.of(decision.next()));
  }
}
