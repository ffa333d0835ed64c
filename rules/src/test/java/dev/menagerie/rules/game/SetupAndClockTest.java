package dev.menagerie.rules.game;

import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Result;
import dev.menagerie.rules.state.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupAndClockTest {
  private static final Duration TURN = Duration.ofMinutes(3);

  private static Decision.Accepted decide(GameState state, Command command) {
    return (Decision.Accepted) Game.decide(state, command, Chance.keyed(Playout.seed(4), 0, 1));
  }

  private static Decision.Accepted open(RulesConfig rules, long seed) {
    GameSetup setup = Playout.setup(rules, seed);
    return Game.open(setup, Chance.keyed(setup.seed(), 0, 0));
  }

  private static GameState choose(GameState state, int place) {
    var pending = state.pending().orElseThrow();
    return decide(state, new Command.Select(pending.seat(), pending.number(), List.of(place)))
        .next();
  }

  private static GameState choose(GameState state, int place, Chance chance) {
    var pending = state.pending().orElseThrow();
    var command = new Command.Select(pending.seat(), pending.number(), List.of(place));
    return ((Decision.Accepted) Game.decide(state, command, chance)).next();
  }

  private static GameState placeOne(GameState state) {
    Command basic = Moves.of(state).getFirst();
    GameState placed = decide(state, basic).next();
    return decide(placed, new Command.Pass(basic.seat())).next();
  }

  @Test
  void theWinnerOfTheCoinChoosesTheFirstPlayer() {
    Decision.Accepted opened = open(Presets.STANDARD, 1);
    Seat winner = ((Event.FirstFlipped) opened.events().getFirst()).seat();
    GameState state = opened.next();
    assertThat(state.pending().orElseThrow().kind()).isEqualTo(ChoiceKind.GO_FIRST);
    assertThat(state.toAct()).contains(winner);
    assertThat(choose(state, 0).toAct()).contains(winner);
    assertThat(choose(state, 1).toAct()).contains(winner.other());
  }

  @Test
  void bothPlaceFaceDownThenPrizesAreSetAndAllIsRevealed() {
    GameState state = choose(open(Presets.POCKET, 2).next(), 0);
    Seat first = state.toAct().orElseThrow();
    assertThat(state.table().count(first, Pile.HAND)).isEqualTo(5);
    assertThat(Game.decide(state, new Command.Pass(first), Chance.keyed(Playout.seed(1), 0, 1)))
        .isEqualTo(new Decision.Rejected(new Rejection.PlaceActiveFirst()));
    state = placeOne(state);
    assertThat(state.toAct()).contains(first.other());
    assertThat(state.table().revealed()).isFalse();
    state = placeOne(state);
    assertThat(state.status()).isEqualTo(GameStatus.ACTIVE);
    assertThat(state.turn()).isEqualTo(1);
    assertThat(state.turnSeat()).contains(first);
    assertThat(state.table().count(first, Pile.HAND)).isEqualTo(5);
    assertThat(state.table().count(first, Pile.PRIZES)).isZero();
  }

  @Test
  void mulligansGiveTheOpponentExtraCardsAfterPrizes() {
    DeckList few =
        new DeckList(
            List.of(new DeckList.Entry("plain", 1), new DeckList.Entry("e-fire", 59)),
            List.of(),
            List.of());
    DeckList many = new DeckList(List.of(new DeckList.Entry("plain", 60)), List.of(), List.of());
    GameSetup setup =
        new GameSetup(Presets.STANDARD, TestCards.CATALOG, few, many, Playout.seed(12));
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    Decision.Accepted dealt =
        decide(
            state,
            new Command.Select(
                state.toAct().orElseThrow(), state.pending().orElseThrow().number(), List.of(0)));
    List<Event> mulligans =
        dealt.events().stream().filter(Event.MulliganTaken.class::isInstance).toList();
    assertThat(mulligans).isNotEmpty();
    assertThat(mulligans)
        .allSatisfy(event -> {
          assertThat(((Event.MulliganTaken) event).seat()).isEqualTo(FIRST);
          assertThat(((Event.MulliganTaken) event).cards()).hasSize(7);
        });
    state = placeOne(placeOne(dealt.next()));
    var pending = state.pending().orElseThrow();
    assertThat(pending.kind()).isEqualTo(ChoiceKind.EXTRA_CARDS);
    assertThat(pending.seat()).isEqualTo(SECOND);
    assertThat(pending.options()).hasSize(mulligans.size() + 1);
    assertThat(state.table().count(SECOND, Pile.PRIZES)).isEqualTo(6);
    GameState none = choose(state, 0);
    assertThat(none.status()).isEqualTo(GameStatus.ACTIVE);
    GameState some = choose(state, 1);
    assertThat(some.toAct()).contains(SECOND);
    assertThat(some.table().count(SECOND, Pile.HAND)).isEqualTo(7);
    GameState placed = decide(some, new Command.Pass(SECOND)).next();
    assertThat(placed.status()).isEqualTo(GameStatus.ACTIVE);
  }

  @Test
  void bothWithoutABasicRedrawWithoutABonus() {
    DeckList few =
        new DeckList(
            List.of(new DeckList.Entry("plain", 2), new DeckList.Entry("e-fire", 58)),
            List.of(),
            List.of());
    int together = 0;
    for (long seed = 0; seed < 40; seed++) {
      GameSetup setup =
          new GameSetup(Presets.STANDARD, TestCards.CATALOG, few, few, Playout.seed(seed));
      GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
      Seat winner = state.toAct().orElseThrow();
      int number = state.pending().orElseThrow().number();
      Decision.Accepted dealt =
          (Decision.Accepted)
              Game.decide(
                  state,
                  new Command.Select(winner, number, List.of(0)),
                  Chance.keyed(setup.seed(), 0, 1));
      int[] alone = new int[2];
      for (Event event : dealt.events()) {
        if (event instanceof Event.MulliganTaken taken) {
          alone[taken.seat().index()] += taken.alone() ? 1 : 0;
          together += taken.alone() ? 0 : 1;
        }
      }
      for (Seat seat : Seat.values()) {
        assertThat(dealt.next().table().mulligans(seat)).isEqualTo(alone[seat.index()]);
      }
      assertThat(Math.min(alone[0], alone[1])).isZero();
    }
    assertThat(together).isPositive();
  }

  /** Leaves every deck in the order it is listed in, however often it is shuffled. */
  private static final Chance STUBBORN =
      new Chance() {
        @Override
        public boolean flip() {
          return true;
        }

        @Override
        public int below(int bound) {
          return bound - 1;
        }
      };

  @Test
  void aHandWithoutABasicIsGivenOneAfterTheLastMulligan() {
    DeckList unlucky =
        new DeckList(
            List.of(
                new DeckList.Entry("potion", 3),
                new DeckList.Entry("plain", 1),
                new DeckList.Entry("swap", 16)),
            List.of(),
            List.of());
    for (RulesConfig rules : List.of(Presets.POCKET, Presets.STANDARD)) {
      GameSetup setup = new GameSetup(rules, TestCards.CATALOG, unlucky, unlucky, Playout.seed(1));
      GameState state = choose(Game.open(setup, STUBBORN).next(), 0, STUBBORN);
      for (Seat seat : Seat.values()) {
        int[] hand = state.table().cards(seat, Pile.HAND);
        assertThat(hand).hasSize(rules.opening().handSize());
        assertThat(state.table().face(hand[0]).definition.id()).isEqualTo("plain");
        assertThat(state.table().count(seat, Pile.DECK)).isEqualTo(20 - hand.length);
      }
    }
  }

  @Test
  void aPocketHandHasABasic() {
    DeckList few =
        new DeckList(
            List.of(new DeckList.Entry("plain", 1), new DeckList.Entry("potion", 19)),
            List.of(),
            List.of(EnergyType.FIRE));
    for (long seed = 0; seed < 20; seed++) {
      GameSetup setup =
          new GameSetup(Presets.POCKET, TestCards.CATALOG, few, few, Playout.seed(seed));
      GameState state = choose(Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next(), 0);
      assertThat(Setup.hasBasic(state.table(), FIRST)).isTrue();
      assertThat(Setup.hasBasic(state.table(), SECOND)).isTrue();
    }
  }

  // Clock

  private static ClockChange start(Duration time) {
    return new ClockChange.Start(time);
  }

  @Test
  void everyTurnHasAClockAndItsPlayersChoicesDoNotChangeIt() {
    TestGame game = TestGame.standard();
    game.first().hand("ball");
    game.start().play("ball");
    assertThat(game.clock).isEqualTo(new ClockChange.Keep());
    game.chooses();
    assertThat(game.clock).isEqualTo(new ClockChange.Keep());
    int clock = game.state().clock();
    game.pass();
    assertThat(game.clock).isEqualTo(start(TURN));
    assertThat(game.state().clock()).isEqualTo(clock + 1);
  }

  @Test
  void aForcedChoiceHasItsOwnClockWhileTheTurnsIsPaused() {
    TestGame game = TestGame.standard();
    game.first().hand("hammer");
    game.cards(
        TestCards.trainer(
            "hammer",
            TrainerKind.ITEM,
            List.of(new Effect.PlaceCounters(TestCards.n(3), TestCards.defender())),
            List.of()));
    game.first().prizes();
    game.second().active(hurt(80, mon("plain"))).bench(mon("plain"), mon("plain"));
    game.start().play("hammer");
    assertThat(game.actor()).isEqualTo(SECOND);
    assertThat(game.clock).isEqualTo(new ClockChange.PauseAndStart(Duration.ofMinutes(1)));
    game.chooses(0);
    assertThat(game.clock).isEqualTo(new ClockChange.Resume());
  }

  @Test
  void anExpiredTurnPassesByItself() {
    TestGame game = TestGame.standard().start();
    game.refuses(
        new Command.ExpireClock(FIRST, game.state().clock() + 1), Rejection.ClockReplaced.class);
    game.refuses(
        new Command.ExpireClock(SECOND, game.state().clock()), Rejection.ClockReplaced.class);
    game.does(new Command.ExpireClock(FIRST, game.state().clock()));
    assertThat(game.state().turnSeat()).contains(SECOND);
    assertThat(game.state().timeoutsUsed(FIRST)).isEqualTo(1);
    assertThat(game.clock).isEqualTo(start(TURN));
  }

  @Test
  void aPendingChoiceIsMadeForThePlayerWhoRanOutOfTime() {
    TestGame game = TestGame.standard();
    game.first().hand("swap").bench(mon("mudback"), mon("sparkling"));
    game.start().play("swap");
    game.does(new Command.ExpireClock(FIRST, game.state().clock()));
    assertThat(game.top(game.active(FIRST))).isEqualTo("mudback");
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("swap");
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void aForcedChoiceThatExpiresIsMadeAndTheTurnGoesOn() {
    TestGame game = TestGame.standard();
    game.second().active(hurt(80, mon("plain"))).bench(mon("mudback"), mon("plain"));
    game.start().attack(0).chooses(0);
    assertThat(game.actor()).isEqualTo(SECOND);
    game.does(new Command.ExpireClock(SECOND, game.state().clock()));
    assertThat(game.top(game.active(SECOND))).isEqualTo("mudback");
    assertThat(game.state().timeoutsUsed(SECOND)).isEqualTo(1);
    assertThat(game.state().turnSeat()).contains(SECOND);
    assertThat(game.clock).isEqualTo(start(TURN));
  }

  @Test
  void theThirdTimeoutLoses() {
    TestGame game = TestGame.standard().start();
    for (int i = 0; i < 2; i++) {
      game.does(new Command.ExpireClock(FIRST, game.state().clock()));
      game.pass();
    }
    game.does(new Command.ExpireClock(FIRST, game.state().clock()));
    game.ended(Optional.of(SECOND), EndReason.TIMEOUT);
    assertThat(game.clock).isEqualTo(new ClockChange.Stop());
  }

  @Test
  void graceComesOncePerPlayerAndTurn() {
    TestGame game = TestGame.standard().start();
    int clock = game.state().clock();
    game.refuses(new Command.GrantGrace(SECOND), Rejection.NotYourTurn.class);
    game.does(new Command.GrantGrace(FIRST));
    assertThat(game.clock).isEqualTo(new ClockChange.Extend(Duration.ofSeconds(15)));
    assertThat(game.state().clock()).isEqualTo(clock + 1);
    game.refuses(new Command.GrantGrace(FIRST), Rejection.GraceUsed.class);
    game.refuses(new Command.ExpireClock(FIRST, clock), Rejection.ClockReplaced.class);
    game.pass().pass().does(new Command.GrantGrace(FIRST));
  }

  @Test
  void operatorsGiveTimeAsOftenAsTheyLikeAndVoidGames() {
    TestGame game = TestGame.standard().start();
    Duration time = Duration.ofSeconds(40);
    int clock = game.state().clock();
    game.refuses(new Command.GrantTime(SECOND, time), Rejection.NotYourTurn.class);
    for (int i = 1; i <= 3; i++) {
      game.does(new Command.GrantTime(FIRST, time));
      assertThat(game.clock).isEqualTo(new ClockChange.Extend(time));
      assertThat(game.state().clock()).isEqualTo(clock + i);
    }
    game.does(new Command.GrantGrace(FIRST));
    game.does(new Command.VoidGame());
    game.ended(Optional.empty(), EndReason.VOIDED);
    assertThat(game.clock).isEqualTo(new ClockChange.Stop());
    game.refuses(new Command.GrantTime(FIRST, time), Rejection.GameOver.class);
    game.refuses(new Command.VoidGame(), Rejection.GameOver.class);
  }

  @Test
  void anIdleGameEndsByTimeouts() {
    Decision.Accepted last = open(Presets.STANDARD, 5);
    List<ClockChange> clocks = new ArrayList<>(List.of(last.clock()));
    GameState state = last.next();
    int commands = 0;
    while (state.status() != GameStatus.FINISHED) {
      last = decide(state, new Command.ExpireClock(state.toAct().orElseThrow(), state.clock()));
      clocks.add(last.clock());
      state = last.next();
      assertThat(commands++).isLessThan(10);
    }
    assertThat(state.result().map(Result::reason)).contains(EndReason.TIMEOUT);
    assertThat(clocks).contains(start(TURN)).endsWith(new ClockChange.Stop());
    assertThat(clocks.subList(0, clocks.size() - 1)).allMatch(start(TURN)::equals);
  }

  @Test
  void withoutALimitTimeoutsNeverLose() {
    RulesConfig base = Presets.STANDARD;
    RulesConfig rules =
        new RulesConfig(
            "standard",
            base.deck(),
            base.opening(),
            base.bench(),
            base.energy(),
            base.prizes(),
            base.firstTurn(),
            base.trainers(),
            base.evolution(),
            base.retreat(),
            base.conditions(),
            base.damage(),
            base.checkup(),
            base.search(),
            base.win(),
            base.limits(),
            new RulesConfig.Timer(1_000, 500, 0, 1_000, 0, 0));
    TestGame game = TestGame.of(rules);
    game.first().deck("plain", "plain", "plain", "plain", "plain", "plain");
    game.start();
    for (int i = 0; i < 8; i++) {
      game.does(new Command.ExpireClock(game.actor(), game.state().clock()));
    }
    assertThat(game.state().result()).isEmpty();
    game.refuses(new Command.GrantGrace(FIRST), Rejection.NoClock.class);
  }
}
