package dev.menagerie.server.play;

import static dev.menagerie.server.play.PlayCards.board;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.PlayCards.Side;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The same message twice acts once and gets the same answer on any node, also at the end. */
class RepeatsTest {
  private final Venue venue = Venue.withPlayCards();
  private final Node node = venue.node();
  private final GameId game =
      venue.install(
          board(
              Presets.STANDARD,
              3,
              Side.of("mole").bench("mole").hand("lens"),
              Side.of("mole").bench("mole")));
  private final Player ada = new Player(node, game, Seat.FIRST);

  private static Outcome.Repeated repeated(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Repeated.class);
    return (Outcome.Repeated) outcome;
  }

  @Test
  void aRepeatedActionGetsTheOriginalReply() {
    var first = (Outcome.Done) ada.tries("once", new Action.Pass());

    var again = repeated(ada.tries("once", new Action.Pass()));

    assertThat(again.reply()).contains(first.reply());
    assertThat(again.version()).isEqualTo(1);
    assertThat(node.versionsHeard()).containsExactly(1L);
  }

  @Test
  void onANodeThatNeverHeardOfItToo() {
    var first = (Outcome.Done) ada.tries("once", new Action.Pass());

    var other = new Player(venue.node(), game, Seat.FIRST);

    assertThat(repeated(other.tries("once", new Action.Pass())).reply()).contains(first.reply());
  }

  @Test
  void anIdThatMeantSomethingElseIsRefused() {
    ada.tries("once", new Action.Pass());

    assertThat(Player.refused(ada.tries("once", new Action.Attack(0))))
        .isEqualTo(ErrorCode.MESSAGE_ID_REUSED);
    assertThat(Player.refused(node.games.resign(game, Seat.FIRST, new MessageId("once"))))
        .isEqualTo(ErrorCode.MESSAGE_ID_REUSED);
    assertThat(node.moment(game).version()).isEqualTo(1);
  }

  @Test
  void idsOfTheTwoSeatsAreTheirOwn() {
    ada.tries("once", new Action.Pass());

    var bob = new Player(node, game, Seat.SECOND);

    assertThat(Player.done(bob.tries("once", new Action.Pass())).after().version()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNotRemembered() {
    var bob = new Player(node, game, Seat.SECOND);
    assertThat(Player.refused(bob.tries("soon", new Action.Pass())))
        .isEqualTo(ErrorCode.NOT_YOUR_TURN);
    ada.does(new Action.Pass());

    assertThat(bob.tries("soon", new Action.Pass())).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theMoveThatEndedTheGameIsAnsweredAlikeLongAfter() {
    var first = (Outcome.Done) node.games.resign(game, Seat.FIRST, new MessageId("bye"));
    assertThat(venue.store.load(game)).as("the store has let go").isEmpty();

    var here = node.games.resign(game, Seat.FIRST, new MessageId("bye"));
    var there = venue.node().games.resign(game, Seat.FIRST, new MessageId("bye"));

    assertThat(repeated(here).reply()).contains(first.reply());
    assertThat(repeated(there).reply()).contains(first.reply());
  }

  @Test
  void aHundredTimesAtOnceOnTwoNodesIsOnce() throws Exception {
    var other = venue.node();
    other.game(game);
    var card = ada.hand("lens");
    var attempts = new ArrayList<Callable<Outcome>>();
    for (int i = 0; i < 100; i++) {
      var player = new Player(i % 2 == 0 ? node : other, game, Seat.FIRST);
      attempts.add(() -> player.tries("once", new Action.PlayTrainer(card, Optional.empty())));
    }

    var replies = new ArrayList<String>();
    int done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(attempts)) {
        switch (outcome.get()) {
          case Outcome.Done d -> {
            done++;
            replies.add(d.reply().json());
          }
          case Outcome.Repeated r -> replies.add(r.reply().orElseThrow().json());
          case Outcome.NotYet _, Outcome.Refused _ ->
              throw new AssertionError("neither done nor repeated: " + outcome.get());
        }
      }
    }

    assertThat(done).isEqualTo(1);
    assertThat(replies).hasSize(100).containsOnly(replies.getFirst());
    assertThat(venue.store.head(game).orElseThrow().version()).isEqualTo(1);
  }
}
