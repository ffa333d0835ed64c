package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.loop.GameLoops;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A game's loop keeps its guarantees while the store is slow. */
class GroupedCommitsTest {
  private static final int MANY = 40;

  private final Venue venue = Venue.withPlayCards();

  /** A call of the store's that is answered when the test says so. */
  private record Call(List<Intent> intents, CompletableFuture<List<Commit>> answer) {}

  private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  /** The venue's, but for commits: those wait for the test. */
  private Node node() {
    var store =
        (GameStore)
            Proxy.newProxyInstance(
                GameStore.class.getClassLoader(),
                new Class<?>[] {GameStore.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("commitAsync")) {
                    @SuppressWarnings("unchecked")
                    var call = new Call((List<Intent>) arguments[0], new CompletableFuture<>());
                    calls.add(call);
                    return call.answer();
                  }
                  try {
                    return method.invoke(venue.store, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new Node(venue, store);
  }

  private Call next() throws InterruptedException {
    return calls.take();
  }

  private void commits(Call call) {
    call.answer().complete(venue.store.commitAsync(call.intents()).toCompletableFuture().join());
  }

  private static CompletionStage<Outcome> resigns(Node node, GameId game, String message) {
    var step = ActStep.resign(Seat.FIRST, new MessageId(message), Optional.empty());
    return node.games.steps().submit(game, step);
  }

  private static Outcome outcome(CompletionStage<Outcome> stage) {
    return stage.toCompletableFuture().join();
  }

  /** Games of one loop, in several partitions; the first few are each in its own. */
  private List<GameId> ofOneLoop(int count) {
    var loops = GameLoops.ofProcess();
    var partitions = new HashSet<Partition>();
    return Stream.generate(GameId::fresh)
        .filter(id -> loops.owner(id) == loops.all().getFirst())
        .filter(id -> partitions.add(Partition.of(id)) || partitions.size() > 8)
        .limit(count)
        .map(id -> venue.install(PlayCards.moles(), id))
        .toList();
  }

  /**
   * Keeps the loop busy until the latch opens, so that everything that arrives in between is one
   * pass.
   */
  private static CountDownLatch holdLoop() {
    var open = new CountDownLatch(1);
    GameLoops.ofProcess()
        .all()
        .getFirst()
        .execute(() -> {
          try {
            open.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    return open;
  }

  @Test
  void commitsOfOnePassGoOutTogether() throws Exception {
    var node = node();
    var games = ofOneLoop(MANY);
    games.forEach(node::game);
    var open = holdLoop();
    var outcomes = games.stream().map(game -> resigns(node, game, "r")).toList();
    open.countDown();

    var sent = new ArrayList<GameId>();
    int groups = 0;
    while (sent.size() < MANY) {
      var call = next();
      groups++;
      assertThat(call.intents()).hasSizeLessThanOrEqualTo(16);
      call.intents().forEach(intent -> sent.add(intent.game()));
      commits(call);
    }

    assertThat(groups).isEqualTo((MANY + 15) / 16);
    assertThat(sent).containsExactlyInAnyOrderElementsOf(games);
    assertThat(outcomes).allSatisfy(o -> assertThat(outcome(o)).isInstanceOf(Outcome.Done.class));
  }

  @Test
  void aGameThatWaitsForTheStoreKeepsNoOtherWaiting() throws Exception {
    var node = node();
    var games = ofOneLoop(2);
    games.forEach(node::game);

    var waits = resigns(node, games.getFirst(), "r");
    var unanswered = next();
    var goesOn = resigns(node, games.getLast(), "r");
    commits(next());

    assertThat(outcome(goesOn)).isInstanceOf(Outcome.Done.class);
    assertThat(waits.toCompletableFuture()).isNotDone();
    commits(unanswered);
    assertThat(outcome(waits)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aGameOfAClosedPartitionKeepsNoOtherWaiting() throws Exception {
    var node = node();
    var games = ofOneLoop(2);
    games.forEach(node::game);
    var open = holdLoop();
    var outcomes = games.stream().map(game -> resigns(node, game, "r")).toList();
    open.countDown();

    var call = next();
    var isLast = call.intents().getFirst().game().equals(games.getFirst());
    var opened = venue.store.commitAsync(call.intents().subList(0, 1)).toCompletableFuture();
    call.answer().complete(List.of(opened.join().getFirst(), new Commit.Uncertified()));

    assertThat(outcome(outcomes.get(isLast ? 0 : 1))).isInstanceOf(Outcome.Done.class);
    var again = next();
    assertThat(again.intents()).hasSize(1);
    assertThat(outcomes.get(isLast ? 1 : 0).toCompletableFuture()).isNotDone();
    commits(again);
    assertThat(outcome(outcomes.get(isLast ? 1 : 0))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void stepsOfOneGameGoOneAfterTheOther() throws Exception {
    var node = node();
    var game = ofOneLoop(1).getFirst();
    node.game(game);

    var first = resigns(node, game, "first");
    var one = next();
    var second = resigns(node, game, "second");
    assertThat(calls).isEmpty();
    commits(one);

    assertThat(outcome(first)).isInstanceOf(Outcome.Done.class);
    assertThat(Player.refused(outcome(second))).isEqualTo(ErrorCode.GAME_OVER);
    assertThat(calls).isEmpty();
  }

  @Test
  void moreThanMayWaitForAGameAreBusy() throws Exception {
    var node = node();
    var game = ofOneLoop(1).getFirst();
    node.game(game);
    var first = resigns(node, game, "first");
    var unanswered = next();

    var waiting = IntStream.range(0, 1_025).mapToObj(i -> resigns(node, game, "m" + i)).toList();

    assertThat(Player.refused(outcome(waiting.getLast()))).isEqualTo(ErrorCode.BUSY);
    commits(unanswered);
    assertThat(outcome(first)).isInstanceOf(Outcome.Done.class);
    assertThat(Player.refused(outcome(waiting.getFirst()))).isEqualTo(ErrorCode.GAME_OVER);
  }

  @Test
  void afterAnUnknownAnswerTheStoreIsAskedFirst() throws Exception {
    var node = node();
    var game = ofOneLoop(1).getFirst();
    node.game(game);

    var lost = resigns(node, game, "r");
    var call = next();
    var _ = venue.store.commitAsync(call.intents());
    call.answer().complete(List.of(new Commit.Unknown()));

    assertThatThrownBy(() -> outcome(lost)).hasCauseInstanceOf(StoreUnavailable.class);
    assertThat(outcome(resigns(node, game, "r"))).isInstanceOf(Outcome.Repeated.class);
    assertThat(node.moment(game).head()).isEqualTo(venue.store.head(game).orElseThrow());
  }

  @Test
  void aFailedCallFailsItsOwnGamesOnly() throws Exception {
    var node = node();
    var first = ofOneLoop(1).getFirst();
    var beside = venue.install(PlayCards.moles(), GameIds.beside(first));
    node.game(first);
    node.game(beside);

    var fails = resigns(node, first, "r");
    next().answer().completeExceptionally(new IllegalStateException("broken, as is meant"));
    assertThatThrownBy(() -> outcome(fails)).hasRootCauseMessage("broken, as is meant");

    var goesOn = resigns(node, beside, "r");
    commits(next());
    assertThat(outcome(goesOn)).isInstanceOf(Outcome.Done.class);
  }
}
