package dev.menagerie.bench.stores;

import dev.menagerie.server.archive.GameHistory;
import dev.menagerie.server.archive.ReplayData;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.journal.RecentEntries;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresLedger;
import dev.menagerie.server.recovery.GuardedGameStore;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisHints;
import dev.menagerie.server.redis.RedisLeases;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.server.redis.RedisOutbox;
import dev.menagerie.server.redis.RedisRestoration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits of games to a durable Redis with the journal draining beside: round trip of one writer,
 * throughput of many, the CPU time of all three processes for a commit, bytes written, and how long
 * commits wait for their row in Postgres.
 *
 * <p>Arguments: seconds of each part, writers, commits a second of all writers together (0: as fast
 * as they go).
 */
public final class CommitBench {
  /** A record and a state of the sizes seen in played games. */
  private static final String RECORD = "{\"events\":\"" + "x".repeat(800) + "\"}";

  private static final String STATE = "{\"state\":\"" + "y".repeat(18_000) + "\"}";
  private static final String REPLY = "{\"ok\":true,\"events\":\"" + "z".repeat(300) + "\"}";

  /** A turn boundary comes with every twelfth commit. */
  private static final int CHECKPOINT_EVERY = 12;

  private static final List<UserId> PLAYERS = List.of(new UserId("ada"), new UserId("bob"));

  private final GuardedGameStore games;
  private final PostgresJournal journal;
  private final Processes processes;
  private final Queue<Long> lags = new ConcurrentLinkedQueue<>();

  private CommitBench(
      GuardedGameStore games, PostgresJournal journal, Drainer drainer, Processes processes) {
    this.games = games;
    this.journal = journal;
    this.processes = processes;
    drainer.lag().observe(waited -> lags.add(waited.toNanos()));
  }

  /** Measures commits; arguments: seconds (5), writers (64) and commits a second (0: unlimited). */
  public static void main(String[] arguments) throws Exception {
    var seconds = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
    int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    var directory = Files.createTempDirectory("commit-bench");
    try (var data = DataDirectory.lock(directory);
        var stores = EmbeddedStores.start(data);
        var database = Database.open(stores.postgres());
        var link = RedisLink.connect(stores.redisUrl())) {
      run(stores, database, link, directory, seconds, writers, rate);
    }
  }

  private static void run(
      EmbeddedStores stores,
      Database database,
      RedisLink link,
      Path directory,
      Duration seconds,
      int writers,
      int rate)
      throws Exception {
    var node = NodeId.fresh();
    var tail = new RecentEntries();
    var outbox = new RedisOutbox(link);
    var journal =
        new PostgresJournal(
            database,
            (_, _, _, _, _) ->
                new GameHistory(
                    new ReplayData("{}", "[]", "", "[]", "[]", "{}", "bench", "bench"), List.of()));
    try (var recovery =
        new Recovery(
            new RedisRestoration(link),
            outbox,
            journal,
            new PostgresLedger(database, journal),
            tail,
            node)) {
      recovery.recover();
      var games = new GuardedGameStore(new RedisGameStore(link, node), tail, recovery);
      var drainer = new Drainer(outbox, journal, games);
      var processes = new Processes(stores, directory);
      try (var _ =
          new OutboxRelay(
              drainer, outbox, new RedisHints(link, node), new RedisLeases(link), tail, node)) {
        var bench = new CommitBench(games, journal, drainer, processes);
        bench.play(Duration.ofSeconds(2), writers, rate); // the JIT's share
        bench.measure("one writer", seconds, 1, 0, drainer);
        bench.measure(writers + " writers", seconds, writers, rate, drainer);
      }
    }
  }

  private void measure(String name, Duration time, int writers, int rate, Drainer drainer)
      throws InterruptedException, ExecutionException {
    awaitJournaled(drainer);
    lags.clear();
    long rows = drainer.journaled();
    var before = processes.now();
    long began = System.nanoTime();
    var nanos = play(time, writers, rate);
    long wall = System.nanoTime() - began;
    long journaled = drainer.journaled() - rows;
    awaitJournaled(drainer);
    var used = processes.now().since(before);
    int commits = nanos.size();
    System.out.printf(
        Locale.ROOT,
        "%-12s %6.0f commits/s  p50 %6.3f ms  p99 %6.3f ms%n",
        name,
        commits / (wall / 1e9),
        at(nanos, 0.5) / 1e6,
        at(nanos, 0.99) / 1e6);
    System.out.printf(
        Locale.ROOT,
        "  us CPU a commit: server %.1f  redis %.1f  postgres %.1f; %d bytes of AOF a commit%n",
        used.server().toNanos() / 1e3 / commits,
        used.redis().toNanos() / 1e3 / commits,
        used.postgres().toNanos() / 1e3 / commits,
        used.appended() / commits);
    System.out.printf(
        Locale.ROOT,
        "  journal: %d of %d rows by then; lag p50 %.0f ms  p99 %.0f ms  max %.0f ms%n",
        journaled,
        commits,
        at(lags, 0.5) / 1e6,
        at(lags, 0.99) / 1e6,
        at(lags, 1) / 1e6);
  }

  /** All that happened before must be behind us, or its cost would be counted here. */
  private static void awaitJournaled(Drainer drainer) {
    Ticker.SYSTEM.pause(
        Duration.ofSeconds(1)); // two rounds of the loop: after them the backlog is known
    while (drainer.lag().waiting() > 0) Ticker.SYSTEM.pause(Duration.ofMillis(100));
  }

  private static double at(Collection<Long> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
  }

  /** Each writer plays a game, as fast as the store answers or as the rate has it. */
  private List<Long> play(Duration time, int writers, int rate)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    long between = rate == 0 ? 0 : Duration.ofSeconds(1).toNanos() * writers / rate;
    var all = new ArrayList<Future<List<Long>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) {
        long first = System.nanoTime() + between * i / writers;
        all.add(threads.submit(() -> playUntil(end, first, between)));
      }
    }
    var nanos = new ArrayList<Long>();
    for (var one : all) nanos.addAll(one.get());
    return nanos;
  }

  private List<Long> playUntil(long end, long first, long between) {
    var nanos = new ArrayList<Long>();
    var game = created();
    Head head = game.head();
    for (long due = first; System.nanoTime() < end; due += between) {
      if (between > 0) LockSupport.parkNanos(due - System.nanoTime());
      var entry = entry(head.version());
      long began = System.nanoTime();
      switch (games.commit(game.id(), head, entry)) {
        case Commit.Committed done -> head = done.head();
        case Commit.Full _ ->
            Ticker.SYSTEM.pause(Duration.ofMillis(1)); // Postgres is the slower one: wait for it
        case Commit.Exhausted _ -> { // one writer alone gets to the most that a game may have
          game = created();
          head = game.head();
        }
        case Commit other -> throw new IllegalStateException(other.toString());
      }
      nanos.add(System.nanoTime() - began);
    }
    return nanos;
  }

  private NewGame created() {
    var game =
        new NewGame(
            GameId.fresh(),
            "{}",
            new Checkpoint(STATE, indexEntry(0)),
            new ClockOp.Start(Duration.ofMinutes(3)));
    journal.create(game, Optional.empty());
    games.install(game);
    return game;
  }

  private static Entry entry(long version) {
    var request = Request.of((int) (version % 2), new MessageId("m" + version), RECORD);
    var entry = Entry.of(new Cause.Asked(request), RECORD, REPLY);
    if (version % CHECKPOINT_EVERY != CHECKPOINT_EVERY - 1) return entry;
    return entry
        .with(new Checkpoint(STATE, indexEntry((int) version)))
        .with(new ClockOp.Start(Duration.ofMinutes(3)));
  }

  private static GameIndexEntry indexEntry(int turn) {
    return new GameIndexEntry(
        LifecycleStatus.ACTIVE,
        "casual",
        PLAYERS,
        Audience.PUBLIC,
        LobbyListing.UNLISTED,
        turn,
        "{}");
  }
}
