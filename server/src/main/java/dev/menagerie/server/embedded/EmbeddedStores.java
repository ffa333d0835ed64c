package dev.menagerie.server.embedded;

import dev.menagerie.server.postgres.PostgresAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Postgres and Redis of this server's own, on loopback, with their data and secrets under one
 * directory. What a killed server left running is found and stopped by the next start.
 */
public final class EmbeddedStores implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final EmbeddedRedis redis;
  private final List<EmbeddedStore> wanted;

  private EmbeddedStores(DataDirectory data, List<Kind> wanted) {
    var binaries = Binaries.forThisMachine(data.root());
    this.postgres = new EmbeddedPostgres(data, binaries);
    this.redis = new EmbeddedRedis(data, binaries);
    this.wanted = wanted.stream().map(this::store).toList();
  }

  /** Starts both, side by side; returns once both answer. */
  public static EmbeddedStores start(DataDirectory data) {
    return start(data, List.of(Kind.POSTGRES, Kind.REDIS));
  }

  /** Starts those that are wanted (the others are somebody else's), side by side. */
  public static EmbeddedStores start(DataDirectory data, List<Kind> wanted) {
    var stores = new EmbeddedStores(data, wanted);
    try {
      inParallel(stores.wanted.stream().map(store -> (Runnable) store::start).toList());
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  /** Stops whatever a killed server of this directory left running, and starts nothing. */
  public static void stopOrphans(DataDirectory data) {
    var stores = new EmbeddedStores(data, List.of());
    stores.postgres.stopOrphan();
    stores.redis.stopOrphan();
  }

  /** Until closed, a store that ends by itself is started again. To be closed before the stores. */
  public AutoCloseable keptRunning() {
    return new StoreWatch(wanted);
  }

  /** What can be had here. */
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
    return redis.url();
  }

  public PostgresAddress postgres() {
    return postgres.address();
  }

  /** Stops both cleanly, side by side. */
  @Override
  public void close() {
    inParallel(List.of(postgres::stop, redis::stop));
  }

  private static void inParallel(List<Runnable> tasks) {
    var running = new ArrayList<CompletableFuture<?>>();
    for (Runnable task : tasks) {
      running.add(CompletableFuture.runAsync(task, work -> Thread.ofVirtual().start(work)));
    }
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }
}
