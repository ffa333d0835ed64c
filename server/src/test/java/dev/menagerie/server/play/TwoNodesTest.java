package dev.menagerie.server.play;

import static dev.menagerie.server.play.PlayCards.board;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.PlayCards.Side;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes play one game; the store alone decides, and both broadcast the same events. */
class TwoNodesTest {
  private final Venue venue = Venue.withPlayCards();
  private final Node left = venue.node();
  private final Node right = venue.node();
  private final GameId game =
      venue.install(
          board(
              Presets.STANDARD,
              3,
              Side.of("mole").bench("mole").hand("lens", "coach"),
              Side.of("mole").bench("mole")));

  private static Action play(Player player, String card) {
    return new Action.PlayTrainer(player.hand(card), Optional.empty());
  }

  @Test
  void theSecondCommitterCatchesUpAndDecidesAgain() {
    var onLeft = new Player(left, game, Seat.FIRST);
    var onRight = new Player(right, game, Seat.FIRST);
    var coach = play(onRight, "coach");

    onLeft.does(play(onLeft, "lens"));
    var second = onRight.does(coach);

    assertThat(second.after().version()).isEqualTo(2);
    assertThat(right.versionsHeard()).containsExactly(1L, 2L);
    assertThat(right.heard.getFirst().reply()).as("not this node's doing").isEmpty();
    assertThat(right.heard.getLast().reply()).isPresent();
  }

  @Test
  void aRefusalIsCheckedAgainstTheStoreFirst() {
    var bobOnRight = new Player(right, game, Seat.SECOND);
    bobOnRight.view();

    new Player(left, game, Seat.FIRST).does(new Action.Pass());

    assertThat(Player.done(bobOnRight.tries(new Action.Pass())).after().version()).isEqualTo(2);
    assertThat(right.versionsHeard()).containsExactly(1L, 2L);
  }

  @Test
  void listenersHearEachVersionOnceWithAndWithoutHints() {
    right.game(game);
    var ada = new Player(left, game, Seat.FIRST);
    ada.does(play(ada, "lens"));
    ada.does(play(ada, "coach"));

    var head = venue.store.head(game).orElseThrow();
    right.games.catchUp(game, head);
    right.games.catchUp(game, head);
    right.games.catchUp(game, left.heard.getFirst().after().head());

    assertThat(right.versionsHeard()).containsExactly(1L, 2L);
    assertThat(right.moment(game).head()).isEqualTo(head);
    assertThat(digest(right)).isEqualTo(digest(left));
  }

  @Test
  void aHintMakesTheNextLookFresh() {
    right.game(game);
    var hints = venue.store.hints();
    hints.subscribe(right.games::noteHint);
    hints.follow(List.of(game));

    new Player(left, game, Seat.FIRST).does(new Action.Pass());

    assertThat(right.moment(game).version()).isEqualTo(1);
    assertThat(right.versionsHeard()).containsExactly(1L);
  }

  @Test
  void aHintThatCannotBeFollowedNowIsNotForgotten() {
    var away = new AtomicBoolean();
    var far = new Node(venue, unreachable(venue.store, away));
    far.game(game);
    var hints = venue.store.hints();
    hints.subscribe(far.games::noteHint);
    hints.follow(List.of(game));
    new Player(left, game, Seat.FIRST).does(new Action.Pass());
    away.set(true);
    assertThatThrownBy(() -> far.game(game)).isInstanceOf(StoreUnavailable.class);
    away.set(false);

    assertThat(far.moment(game).version()).isEqualTo(1);
  }

  @Test
  void aHintBringsTheNextCommitWithoutAReadOfTheStore() {
    var away = new AtomicBoolean();
    var far = new Node(venue, unreachable(venue.store, away));
    var reads = new AtomicInteger();
    far.game(game);
    follow(far, reads::incrementAndGet);
    away.set(true);

    var ada = new Player(left, game, Seat.FIRST);
    ada.does(play(ada, "lens"));
    ada.does(play(ada, "coach"));

    Awaitility.await().untilAsserted(() -> assertThat(far.versionsHeard()).containsExactly(1L, 2L));
    assertThat(reads).hasValue(0);
    away.set(false);
    assertThat(digest(far)).isEqualTo(digest(left));
  }

  @Test
  void aHintAfterALostOneHasTheStoreRead() {
    right.game(game);
    var ada = new Player(left, game, Seat.FIRST);
    ada.does(play(ada, "lens"));
    follow(right, () -> Thread.startVirtualThread(() -> right.game(game)));

    ada.does(play(ada, "coach"));

    Awaitility.await()
        .untilAsserted(() -> assertThat(right.versionsHeard()).containsExactly(1L, 2L));
  }

  @Test
  void aGameThatANodeDoesNotFollowIsComparedWhenItIsNeeded() {
    right.game(game);

    new Player(left, game, Seat.FIRST).does(new Action.Pass());

    assertThat(right.games.findKnown(game, Venue.ADA.id())).isEmpty();
    assertThat(right.moment(game).version()).isEqualTo(1);
  }

  private void follow(Node node, Runnable read) {
    var hints = venue.store.hints();
    hints.subscribe(hint -> {
      if (hint instanceof Hints.Hint.Moved moved && node.games.isBehind(moved)) {
        node.games.follow(moved, read);
      }
    });
    hints.follow(List.of(game));
  }

  /** The store, as it is reached while it is not away. */
  private static GameStore unreachable(GameStore store, AtomicBoolean away) {
    return (GameStore)
        Proxy.newProxyInstance(
            GameStore.class.getClassLoader(),
            new Class<?>[] {GameStore.class},
            (_, method, arguments) -> {
              if (away.get()) {
                throw new StoreUnavailable(Store.REDIS, new IllegalStateException("away"));
              }
              return method.invoke(store, arguments);
            });
  }

  @Test
  void aDealOnTheOtherNodeIsResynced() {
    var real = Venue.withRealCards();
    var here = real.node();
    var there = real.node();
    var waiting = here.open("standard-quarry", Presets.STANDARD);
    there.game(waiting.id());
    here.lobby.join(waiting.id(), Venue.BOB, "standard-quarry", Node.code(waiting));

    there.games.catchUp(waiting.id(), here.moment(waiting.id()).head());

    assertThat(there.resyncedAt).contains(1L);
    assertThat(there.moment(waiting.id()).players()).hasSize(2);
    assertThat(digest(there, waiting.id())).isEqualTo(digest(here, waiting.id()));
  }

  @Test
  void anEndThatWasMissedIsLearntFromTheArchive() {
    right.game(game);
    left.games.resign(game, Seat.FIRST, new MessageId("bye"));
    assertThat(venue.store.load(game)).isEmpty();

    var late = new Player(right, game, Seat.FIRST).tries(new Action.Pass());

    assertThat(late).isInstanceOf(Outcome.Refused.class);
    assertThat(right.moment(game).isOver()).isTrue();
    assertThat(right.resyncedAt).endsWith(1L);
  }

  /** Sixteen impatient players on two nodes: whatever they do, it is one game. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyWritersMakeOneHistory(long seed) {
    left.game(game);
    right.game(game);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        var random = new SplittableRandom(seed * 100 + i);
        var node = i % 2 == 0 ? left : right;
        threads.execute(() -> playAtRandom(node, random));
      }
    }
    var head = venue.store.head(game).or(() -> venue.journal.head(game)).orElseThrow();
    for (var node : new Node[] {left, right}) {
      node.games.catchUp(game, head);
      assertThat(node.moment(game).head()).as("seed %d", seed).isEqualTo(head);
      if (node.resyncedAt.size() == 1) {
        assertThat(node.versionsHeard())
            .as("seed %d", seed)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, head.version()).boxed().toList());
      }
    }
    assertThat(digest(left)).isEqualTo(digest(right));
  }

  private void playAtRandom(Node node, SplittableRandom random) {
    for (int i = 0; i < 25 && !node.moment(game).isOver(); i++) {
      var player = new Player(node, game, Seat.of(random.nextInt(2)));
      var legal = player.view().legalActions();
      var action = legal.isEmpty() ? new Action.Pass() : legal.get(random.nextInt(legal.size()));
      player.tries("w-" + random.nextLong(), action);
    }
  }

  private String digest(Node node) {
    return digest(node, game);
  }

  private static String digest(Node node, GameId game) {
    return StateDigest.of(node.moment(game).state().orElseThrow());
  }
}
