package dev.menagerie.server.app;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.postgres.PostgresAddress;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Where the stores are: given by the options, or embedded and started here. The server behind it
 * cannot tell which.
 */
final class StoreAddresses implements AutoCloseable {
  private final Closing closing = new Closing();
  private final boolean ownAlone;
  private final String redis;
  private final PostgresAddress postgres;

  private StoreAddresses(
      Optional<EmbeddedStores> embedded, boolean ownAlone, String redis, PostgresAddress postgres) {
    embedded.ifPresent(stores -> {
      closing.later(stores);
      closing.later(stores.keptRunning());
    });
    this.ownAlone = ownAlone;
    this.redis = redis;
    this.postgres = postgres;
  }

  static StoreAddresses of(ServeOptions options, DataDirectory data) {
    var wanted = new ArrayList<Kind>();
    if (options.postgres().isEmpty()) wanted.add(Kind.POSTGRES);
    if (options.redis().isEmpty()) wanted.add(Kind.REDIS);
    var given = options.postgres().map(StoreAddresses::parsed);
    Optional<EmbeddedStores> embedded =
        wanted.isEmpty() ? Optional.empty() : Optional.of(EmbeddedStores.start(data, wanted));
    return new StoreAddresses(
        embedded,
        wanted.size() == Kind.values().length,
        options.redis().orElseGet(() -> embedded.orElseThrow().redisUrl()),
        given.orElseGet(() -> embedded.orElseThrow().postgres()));
  }

  private static PostgresAddress parsed(String url) {
    try {
      return PostgresAddress.parse(url);
    } catch (IllegalArgumentException unreadable) {
      throw CannotRun.badUse("--postgres-url: " + unreadable.getMessage());
    }
  }

  /** Whether no other server can be using these stores: both run under our data directory. */
  boolean ownAlone() {
    return ownAlone;
  }

  String redis() {
    return redis;
  }

  PostgresAddress postgres() {
    return postgres;
  }

  @Override
  public void close() {
    closing.close();
  }
}
