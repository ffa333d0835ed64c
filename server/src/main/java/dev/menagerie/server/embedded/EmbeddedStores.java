package dev.menagerie.server.embedded;

import dev.menagerie.server.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * This server's own Postgres and Redis, on loopback, with data and secrets under one directory. The
 * next start finds and stops processes that a killed server left running.
 */
public final class EmbeddedStores implements AutoCloseable {
  /** Of Postgres's pid file. */
  private static final int PORT_LINE = 3;

  private final PostgresProgram postgresProgram;
  private final RedisProgram redisProgram;
  private final EmbeddedStore postgres;
  private final EmbeddedStore redis;
  private final List<EmbeddedStore> wanted;

  /**
   * The stores of a data directory, not started.
   *
   * @param wanted those to start; the others belong to someone else
   * @throws EmbeddedStoreFailed when there are no programs for this machine or this user
   */
  public EmbeddedStores(DataDirectory data, List<Kind> wanted) {
    this(data, wanted, Optional.empty());
  }

  /**
   * The stores of a data directory, not started.
   *
   * @param wanted those to start; the others belong to someone else
   * @param redis a redis-server of the machine; empty: the unpacked one
   * @throws EmbeddedStoreFailed when there are no programs for this machine or this user
   */
  public EmbeddedStores(DataDirectory data, List<Kind> wanted, Optional<Path> redis) {
    var binaries = Binaries.forThisMachine(data);
    var user = StoreUser.of(data);
    this.postgresProgram = new PostgresProgram(data, binaries, user);
    this.redisProgram = new RedisProgram(data, redis.orElseGet(binaries::redisServer), user);
    this.postgres = new EmbeddedStore(postgresProgram);
    this.redis = new EmbeddedStore(redisProgram);
    this.wanted = wanted.stream().map(this::store).toList();
  }

  /** Both stores of a data directory, started. */
  public static EmbeddedStores start(DataDirectory data) {
    var stores = new EmbeddedStores(data, List.of(Kind.POSTGRES, Kind.REDIS));
    try {
      stores.start();
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  /**
   * Starts the wanted stores side by side; returns once all of them answer.
   *
   * @throws EmbeddedStoreFailed when one cannot start, or when the thread is interrupted; {@link
   *     #close} then stops those that run
   */
  public void start() {
    inParallel(wanted.stream().map(store -> (Runnable) store::start).toList());
  }

  /** Stops whatever a killed server of this directory left running, and starts nothing. */
  public static void stopOrphans(DataDirectory data) {
    var stores = new EmbeddedStores(data, List.of());
    stores.postgres.stopOrphan();
    stores.redis.stopOrphan();
  }

  /**
   * Restarts a store that ends by itself, until the result is closed. Close it before the stores.
   */
  public AutoCloseable supervise() {
    return new StoreWatch(wanted);
  }

  /**
   * The Postgres of a server that runs on this data directory now.
   *
   * @throws EmbeddedStoreFailed when none does
   */
  public static PostgresAddress runningPostgres(Path directory) {
    Path pidFile = directory.resolve("postgres/cluster/postmaster.pid");
    try {
      int port = Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
      return PostgresSecrets.read(directory.resolve("secrets")).address(port);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new EmbeddedStoreFailed("no embedded Postgres runs in " + directory, e);
    }
  }

  /** The kinds of stores. */
  public enum Kind {
    POSTGRES,
    REDIS
  }

  /** One store's process, to stop and start it alone. */
  public EmbeddedStore store(Kind kind) {
    return switch (kind) {
      case POSTGRES -> postgres;
      case REDIS -> redis;
    };
  }

  /** The address with user and password. A secret. */
  public String redisUrl() {
    return redisProgram.url(redis.port());
  }

  /** The address with the logins of both roles. */
  public PostgresAddress postgres() {
    return postgresProgram.address(postgres.port());
  }

  /** Stops both cleanly, side by side. */
  @Override
  public void close() {
    inParallel(List.of(postgres::stop, redis::stop));
  }

  /** Runs all tasks to their ends. An interrupt of this thread is passed on to them. */
  private static void inParallel(List<Runnable> tasks) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var task : tasks) running.add(threads.submit(task));
      try {
        for (var each : running) each.get();
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new EmbeddedStoreFailed("interrupted while the stores started", e);
      } catch (ExecutionException e) {
        threads.shutdownNow();
        if (e.getCause() instanceof RuntimeException cause) throw cause;
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
