package dev.menagerie.bench.stores;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Chronicle;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.DrainLoop;
import dev.menagerie.server.game.Drainer;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStatus;
import dev.menagerie.server.game.GuardedGameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Listing;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Pause;
import dev.menagerie.server.game.Recovery;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.Standing;
import dev.menagerie.server.game.Tail;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresLedger;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisHints;
import dev.menagerie.server.redis.RedisLeases;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.server.redis.RedisOutbox;
import dev.menagerie.server.redis.RedisRestoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Commits of games to a durable Redis with the journal draining beside: round trip of one writer,
 * throughput of many, the CPU time of both processes for a commit, bytes written, and the lag.
 *
 * <p>Arguments: seconds of each part, writers.
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

  private CommitBench(GuardedGameStore games, PostgresJournal journal) {
    this.games = games;
    this.journal = journal;
  }

  public static void main(String[] arguments) throws Exception {
    var seconds = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
    int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    var directory = Files.createTempDirectory("commit-bench");
    try (var data = DataDirectory.hold(directory);
        var stores = EmbeddedStores.start(data);
        var database = Database.open(stores.postgres());
        var link = RedisLink.connect(stores.redisUrl())) {
      run(stores, database, link, directory, seconds, writers);
    }
  }

  private static void run(
      EmbeddedStores stores,
      Database database,
      RedisLink link,
      Path directory,
      Duration seconds,
      int writers)
      throws Exception {
    var node = NodeId.fresh();
    var tail = new Tail();
    var outbox = new RedisOutbox(link);
    var journal =
        new PostgresJournal(
            database,
            (_, _, _, _, _) -> new Chronicle("{}", "[]", "", "[]", "[]", "{}", "bench", "bench"));
    try (var recovery =
        new Recovery(
            new RedisRestoration(link),
            outbox,
            journal,
            new PostgresLedger(database, journal),
            tail,
            node)) {
      recovery.recover();
      var games = new GuardedGameStore(new RedisGameStore(link), tail, recovery);
      var drainer = new Drainer(outbox, journal, games);
      try (var loop =
          new DrainLoop(drainer, outbox, new RedisHints(link), new RedisLeases(link), tail, node)) {
        var bench = new CommitBench(games, journal);
        bench.play(Duration.ofSeconds(2), writers); // the JIT's share
        var redis = stores.store(EmbeddedStores.Kind.REDIS).pid();
        bench.report("one writer", bench.measured(seconds, 1, redis, directory));
        bench.report(writers + " writers", bench.measured(seconds, writers, redis, directory));
        System.out.printf(
            "journal: %d rows, lag when last swept %d ms%n",
            drainer.journaled(), loop.lag().toMillis());
      }
    }
  }

  private record Measured(
      List<Long> nanos, Duration wall, Duration redisCpu, Duration ownCpu, long bytes) {}

  private Measured measured(Duration time, int writers, long redis, Path directory)
      throws Exception {
    var redisBefore = cpu(redis);
    var ownBefore = cpu(ProcessHandle.current().pid());
    long bytes = appended(directory);
    long began = System.nanoTime();
    var nanos = play(time, writers);
    return new Measured(
        nanos,
        Duration.ofNanos(System.nanoTime() - began),
        cpu(redis).minus(redisBefore),
        cpu(ProcessHandle.current().pid()).minus(ownBefore),
        appended(directory) - bytes);
  }

  private void report(String name, Measured measured) {
    var nanos = measured.nanos().stream().sorted().toList();
    int commits = nanos.size();
    System.out.printf(
        "%-12s %7.0f commits/s  p50 %6.3f ms  p99 %6.3f ms  "
            + "redis %5.1f us CPU/commit  server %5.1f us CPU/commit  %d bytes/commit%n",
        name,
        commits / (measured.wall().toNanos() / 1e9),
        nanos.get(commits / 2) / 1e6,
        nanos.get((int) (commits * 0.99)) / 1e6,
        measured.redisCpu().toNanos() / 1e3 / commits,
        measured.ownCpu().toNanos() / 1e3 / commits,
        measured.bytes() / commits);
  }

  private static Duration cpu(long process) {
    return ProcessHandle.of(process).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
  }

  private static long appended(Path directory) throws IOException {
    try (var files = Files.walk(directory.resolve("redis"))) {
      long bytes = 0;
      for (var file : files.filter(f -> f.toString().endsWith(".incr.aof")).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  /** Each writer plays one game after another's turn, as fast as the store answers. */
  private List<Long> play(Duration time, int writers)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    var all = new ArrayList<Future<List<Long>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) all.add(threads.submit(() -> playUntil(end)));
    }
    var nanos = new ArrayList<Long>();
    for (var one : all) nanos.addAll(one.get());
    return nanos;
  }

  private List<Long> playUntil(long end) {
    var nanos = new ArrayList<Long>();
    var game = created();
    Head head = game.head();
    while (System.nanoTime() < end) {
      var entry = entry(head.version());
      long began = System.nanoTime();
      switch (games.commit(game.id(), head, entry)) {
        case Commit.Committed done -> head = done.head();
        case Commit.Full _ ->
            Pause.of(Duration.ofMillis(1)); // Postgres is the slower one: wait for it
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
            new Checkpoint(STATE, standing(0)),
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
        .with(new Checkpoint(STATE, standing((int) version)))
        .with(new ClockOp.Start(Duration.ofMinutes(3)));
  }

  private static Standing standing(int turn) {
    return new Standing(
        GameStatus.ACTIVE, "casual", PLAYERS, Audience.PUBLIC, Listing.UNLISTED, turn, "{}");
  }
}
