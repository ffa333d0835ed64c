package dev.menagerie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.FinishedSummary;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Servers;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Document;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.rest.ReplayResponses.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A finished game costs once, however often and by whomever it is asked for. */
class ReplayResponsesTest {
  private static final long MEGABYTE = 1 << 20;
  private static final int MANY = 30;

  /** As many requests as may be read and wait to be read. */
  private static final int ROOM = 2 + 32;

  private static final CatalogSource CARDS = CardSets.load().catalog();

  private static GameId game;
  private static GameId secret;
  private static UserId player;

  @BeforeAll
  static void play() {
    var person = Person.guest();
    player = new UserId(person.id());
    game = finished(person, "public");
    secret = finished(person, "private");
  }

  private static GameId finished(Person person, String spectators) {
    var created =
        person
            .api()
            .post(
                "/games",
                Map.of(
                    "deck_id",
                    "pocket-embers",
                    "rules_config",
                    "pocket",
                    "spectators",
                    spectators,
                    "opponent",
                    Map.of("kind", "bot", "bot", "random")))
            .ok();
    var id = created.path("game_id").asString();
    person.api().post("/games/" + id + "/resign").ok();
    return new GameId(id);
  }

  /** The real archive, with a gate before it and a count of the reads. */
  private static final class Watched implements GameArchive {
    private final GameArchive archive = Servers.archive();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<Optional<RuntimeException>> failure =
        new AtomicReference<>(Optional.empty());

    static Watched open() {
      var watched = new Watched();
      watched.gate.countDown();
      return watched;
    }

    @Override
    public Optional<FinishedGame> finished(GameId id) {
      reads.incrementAndGet();
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      var failing = failure.getAndSet(Optional.empty());
      if (failing.isPresent()) throw failing.get();
      return archive.finished(id);
    }

    @Override
    public Optional<FinishedGame> ended(GameId id) {
      return archive.ended(id);
    }

    @Override
    public Optional<ActiveGame> active(GameId id) {
      return archive.active(id);
    }

    @Override
    public ArchivePage<ActiveGame> activeOf(UserId user, Optional<String> cursor, int limit) {
      return archive.activeOf(user, cursor, limit);
    }

    @Override
    public ArchivePage<ActiveGame> live(Optional<String> cursor, int limit) {
      return archive.live(cursor, limit);
    }

    @Override
    public ArchivePage<ActiveGame> open(Optional<String> cursor, int limit) {
      return archive.open(cursor, limit);
    }

    @Override
    public ArchivePage<FinishedSummary> historyOf(UserId user, Optional<String> cursor, int limit) {
      return archive.historyOf(user, cursor, limit);
    }
  }

  private static ReplayResponses responses(GameArchive archive) {
    return new ReplayResponses(archive, new Replayer(CARDS), 4 * MEGABYTE, 1, 2);
  }

  private static UserId user(int number) {
    return new UserId("caller-" + number);
  }

  private static ProblemKind refusal(Runnable asking) {
    try {
      asking.run();
    } catch (HttpRefusal refused) {
      return refused.kind();
    }
    throw new AssertionError("not refused");
  }

  @Test
  void concurrentRequestsForOneReplayShareOneComputation() throws Exception {
    var archive = Watched.open();
    try (var responses = responses(archive);
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<Document>>();
      for (int i = 0; i < MANY; i++) {
        var caller = user(i);
        asked.add(all.submit(() -> responses.get(new Wanted.Verdict(game), caller)));
      }
      var first = asked.getFirst().get();
      for (var answer : asked) assertThat(answer.get()).isSameAs(first);
      assertThat(archive.reads).hasValue(2); // once to check access, once to replay
    }
  }

  @Test
  void aCallerWaitsForNoMoreThanTheirShare() {
    var archive = new Watched();
    try (var responses = responses(archive);
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        var wanted = new Wanted.Whole(GameId.fresh());
        var _ = all.submit(() -> responses.get(wanted, player));
      }
      Awaitility.await().until(() -> archive.reads.get() == 2);

      assertThat(refusal(() -> responses.get(new Wanted.Whole(game), player)))
          .isEqualTo(ProblemKind.RATE_LIMITED);

      archive.gate.countDown();
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> responses.get(new Wanted.Whole(game), player));
    }
  }

  @Test
  void aFullQueueAnswersBusyAndServesItsWaiters() throws Exception {
    var archive = new Watched();
    var refusals = new ConcurrentLinkedQueue<ProblemKind>();
    try (var responses = responses(archive);
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = unknownGames(ROOM + 10, responses, all, refusals);
      Awaitility.await().until(() -> refusals.size() == 10);
      assertThat(refusals).containsOnly(ProblemKind.BUSY);

      archive.gate.countDown();
      for (var request : asked) request.get();
      assertThat(refusals).filteredOn(ProblemKind.GAME_NOT_FOUND::equals).hasSize(ROOM);
    }
  }

  private static List<Future<?>> unknownGames(
      int count,
      ReplayResponses responses,
      ExecutorService all,
      ConcurrentLinkedQueue<ProblemKind> refusals) {
    var asked = new ArrayList<Future<?>>();
    for (int i = 0; i < count; i++) {
      var caller = user(i);
      asked.add(
          all.submit(() ->
              refusals.add(
                  refusal(() -> responses.get(new Wanted.Whole(GameId.fresh()), caller)))));
    }
    return asked;
  }

  @Test
  void memoryStaysWithinItsBound() {
    try (var responses =
        new ReplayResponses(Watched.open(), new Replayer(CARDS), 64 * 1024, 1, 2)) {
      for (int from = 0; from < 200; from++) {
        responses.get(new Wanted.FramePage(game, from, 100), player);
      }
      assertThat(responses.cachedBytes()).isPositive().isLessThanOrEqualTo(64 * 1024);
    }
  }

  @Test
  void aFailureIsNotKept() {
    var archive = Watched.open();
    try (var responses = responses(archive)) {
      archive.failure.set(
          Optional.of(new StoreUnavailable(Store.POSTGRES, new IllegalStateException("planned"))));
      assertThatThrownBy(() -> responses.get(new Wanted.Whole(game), player))
          .isInstanceOf(StoreUnavailable.class);

      assertThat(responses.get(new Wanted.Whole(game), player).size()).isPositive();
    }
  }

  @Test
  void storedAnswersAreTheirOwnersOnly() {
    try (var responses = responses(Watched.open())) {
      for (var wanted :
          List.of(
              new Wanted.Whole(secret),
              new Wanted.Verdict(secret),
              new Wanted.FramePage(secret, 0, 10))) {
        assertThat(responses.get(wanted, player).size()).isPositive();
        assertThat(refusal(() -> responses.get(wanted, user(1))))
            .isEqualTo(ProblemKind.GAME_NOT_FOUND);
      }
    }
  }
}
