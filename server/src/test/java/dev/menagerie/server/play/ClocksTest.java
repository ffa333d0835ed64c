package dev.menagerie.server.play;

import static dev.menagerie.server.play.PlayCards.board;
import static dev.menagerie.server.play.Player.done;
import static dev.menagerie.server.play.Player.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.play.PlayCards.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A turn's clock as players meet it: it runs in the store and ends a turn at most once. */
class ClocksTest {
  private static final Duration TURN = Duration.ofMinutes(3);
  private static final Duration CHOICE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Venue venue = Venue.withPlayCards();
  private final Node node = venue.node();
  private final GameId game =
      venue.install(
          board(
              Presets.STANDARD,
              3,
              Side.of("mole").bench("mole").hand("lens"),
              Side.of("mole").bench("mole", "badger")));
  private final Player ada = new Player(node, game, Seat.FIRST);
  private final Player bob = new Player(node, game, Seat.SECOND);

  private Instant deadline() {
    return node.moment(game).clock().deadline().orElseThrow();
  }

  @Test
  void nothingRunsOutBeforeItsTime() {
    venue.pass(TURN.minusMillis(1));

    var early = node.games.expire(game);

    assertThat(early).isEqualTo(new Outcome.NotYet(Optional.of(deadline()), venue.clock.instant()));
    assertThat(node.moment(game).version()).isZero();
  }

  @Test
  void aTurnThatRunsOutIsPassed() {
    venue.pass(TURN);

    var expired = done(node.games.expire(game));

    assertThat(expired.record().move()).isEqualTo(new Move.TimedOut(Seat.FIRST));
    assertThat(ada.view().turn().orElseThrow().player()).isEqualTo(Seat.SECOND);
    assertThat(ada.view().players().getFirst().timeoutsUsed()).isEqualTo(1);
    assertThat(deadline()).isEqualTo(venue.clock.instant().plus(TURN));
  }

  @Test
  void anOverdueClockDefersItsCheckpointToTheNextTurn() {
    for (int i = 0; i < 15; i++) (i % 2 == 0 ? ada : bob).does(new Action.Pass());
    venue.pass(TURN);
    done(node.games.expireOverdue(game));

    assertThat(node.moment(game).checkpointed()).isZero();
    var elsewhere = venue.node().moment(game);
    assertThat(elsewhere.head()).isEqualTo(node.moment(game).head());
    assertThat(elsewhere.state().map(StateDigest::of))
        .isEqualTo(node.moment(game).state().map(StateDigest::of));
    venue.pass(TURN);
    done(node.games.expire(game));
    assertThat(node.moment(game).checkpointed()).isEqualTo(17);
  }

  @Test
  void aGameThatEndsByAnOverdueClockHasACheckpoint() {
    for (int turn = 0; turn < 2 * Presets.STANDARD.timer().timeoutsBeforeLoss(); turn++) {
      if (node.moment(game).isOver()) break;
      venue.pass(TURN);
      done(node.games.expireOverdue(game));
    }

    assertThat(node.moment(game).isOver()).isTrue();
    assertThat(node.moment(game).checkpointed()).isEqualTo(node.moment(game).version());
  }

  @Test
  void aPreparedExpiryEqualsOneDecidedAtTheDeadline() {
    var state = node.moment(game).state().orElseThrow();
    var other = Venue.withPlayCards();
    var twin = other.install(state, game);
    node.games.prepareExpiry(game);
    assertThat(node.moment(game).version()).isZero();
    venue.pass(TURN);
    other.pass(TURN);

    var ahead = done(node.games.expireOverdue(game));

    assertThat(ahead.record().move()).isEqualTo(new Move.TimedOut(Seat.FIRST));
    assertThat(ahead.after().at()).isEqualTo(venue.clock.instant());
    var atDeadline = done(other.node().games.expireOverdue(twin));
    assertThat(ahead.record()).isEqualTo(atDeadline.record());
    assertThat(ahead.reply()).isEqualTo(atDeadline.reply());
    assertThat(ahead.after().head()).isEqualTo(atDeadline.after().head());
    assertThat(ahead.after().clock()).isEqualTo(atDeadline.after().clock());
  }

  @Test
  void anActionDropsThePreparedExpiry() {
    node.games.prepareExpiry(game);
    ada.does(new Action.PlayTrainer(ada.hand("lens"), Optional.empty()));
    int hand = ada.view().players().getFirst().handCount();
    venue.pass(TURN);

    done(node.games.expireOverdue(game));

    assertThat(ada.view().players().getFirst().handCount()).isEqualTo(hand);
    assertThat(ada.view().turn().orElseThrow().player()).isEqualTo(Seat.SECOND);
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void nothingIsDecidedAheadOfAGameThatIsNotThere() {
    node.games.prepareExpiry(GameId.fresh());

    assertThat(node.heard).isEmpty();
  }

  @Test
  void aTimerThatFiresOnTwoNodesExpiresOneTurn() {
    var other = venue.node();
    other.game(game);
    venue.pass(TURN);

    done(node.games.expire(game));

    assertThat(other.games.expire(game)).isInstanceOf(Outcome.NotYet.class);
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void anActionInTimeLeavesTheClockAlone() {
    var before = deadline();
    venue.pass(TURN.minusMillis(1));

    ada.does(new Action.PlayTrainer(ada.hand("lens"), Optional.empty()));

    assertThat(deadline()).isEqualTo(before);
  }

  @Test
  void aForcedChoiceHasItsOwnClockWhileTheTurnsIsPaused() {
    venue.pass(Duration.ofSeconds(100));
    ada.does(new Action.Attack(0));
    ada.does(new Action.SelectPrize(0));

    assertThat(deadline()).isEqualTo(venue.clock.instant().plus(CHOICE));
    venue.pass(CHOICE);
    var expired = done(node.games.expire(game));

    assertThat(expired.record().move()).isEqualTo(new Move.TimedOut(Seat.SECOND));
    assertThat(bob.view().pending()).isEmpty();
    assertThat(bob.view().players().getLast().active()).isPresent();
  }

  @Test
  void aReturningPlayerGetsGraceOncePerTurn() {
    var before = deadline();

    var granted = done(node.games.grace(game, Seat.FIRST));

    assertThat(granted.record().move().actionType()).isEqualTo("grace");
    assertThat(deadline()).isEqualTo(before.plus(GRACE));
    assertThat(Player.rule(node.games.grace(game, Seat.FIRST))).contains("grace_used");
    venue.pass(TURN);
    assertThat(node.games.expire(game)).isInstanceOf(Outcome.NotYet.class);
    venue.pass(GRACE);
    assertThat(node.games.expire(game)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void thereIsNoGraceForThePlayerWhoIsNotToAct() {
    assertThat(refused(node.games.grace(game, Seat.SECOND))).isEqualTo(ErrorCode.NOT_YOUR_TURN);
    assertThat(node.moment(game).version()).isZero();
  }

  private Deadlines.Sweep tenSecondsOfOutage() {
    var partition = Partition.of(game);
    venue.store.sweep(partition, Duration.ZERO);
    venue.pass(Duration.ofSeconds(10));
    return venue.store.sweep(partition, Duration.ZERO).orElseThrow();
  }

  @Test
  void timeGivenBackIsInTheState() {
    venue.store.hints().subscribe(node.games::noteHint);
    var before = deadline();

    tenSecondsOfOutage();

    assertThat(deadline()).isEqualTo(before.plusSeconds(10));
    assertThat(node.heard).isEmpty();
  }

  @Test
  void timeGivenBackIsInTheLogOfEveryNode() {
    var other = venue.node();
    other.game(game);
    var before = deadline();
    var sweep = tenSecondsOfOutage();

    assertThat(sweep.moved()).containsExactly(game);
    node.games.timeGivenBack(game, sweep.givenBack());
    other.games.timeGivenBack(game, sweep.givenBack());
    other.games.catchUp(game, venue.store.head(game).orElseThrow());

    var move = new Move.TimeGivenBack(Seat.FIRST, 10_000, before.plusSeconds(10));
    for (var each : List.of(node, other)) {
      assertThat(each.heard.getFirst().record().move()).isEqualTo(move);
      assertThat(each.moment(game).clock()).isEqualTo(node.moment(game).clock());
    }
    assertThat(deadline()).isEqualTo(before.plusSeconds(10));
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aWarningIsInTheLogOnceWhicheverNodesGiveIt() {
    var other = venue.node();
    var clock = other.moment(game).clock();
    venue.pass(Duration.ofSeconds(150));

    var warned = done(node.games.warn(game, clock.number()));
    assertThat(other.games.warn(game, clock.number())).isInstanceOf(Outcome.Repeated.class);

    assertThat(warned.record().move()).isEqualTo(new Move.Warned(Seat.FIRST));
    assertThat(warned.after().clock()).isEqualTo(clock);
    assertThat(warned.after().state()).isEqualTo(warned.before().state());
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void noWarningComesOfAReplacedClock() {
    var clock = node.moment(game).clock();
    venue.pass(TURN);
    done(node.games.expire(game));

    assertThat(node.games.warn(game, clock.number())).isInstanceOf(Outcome.Refused.class);
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void noPlayersMessageIsEverOneOfTheHouses() {
    var clock = node.moment(game).clock();

    var lens = new Action.PlayTrainer(ada.hand("lens"), Optional.empty());
    done(ada.tries("warning-" + clock.number(), lens));

    done(node.games.warn(game, clock.number()));
  }
}
