package dev.menagerie.server.stores;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.StorePorts;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.journal.RecentEntries;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresLedger;
import dev.menagerie.server.recovery.GuardedGameStore;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.redis.RedisNode;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The storage half of one server, wired as a server wires it. */
final class Node implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);

  final NodeId id;
  final RecentEntries recent = new RecentEntries();
  final StorePorts ports;
  final PostgresJournal journal;
  final PostgresArchive archive;
  final PostgresLedger ledger;
  final Recovery recovery;
  final GuardedGameStore games;
  final Drainer drainer;
  private final RedisNode redis;

  private Node(String redisUrl, Database database, int outboxBound, HistoryComposer composer) {
    redis = RedisNode.connect(redisUrl, outboxBound);
    ports = redis.stores();
    id = ports.node();
    journal = new PostgresJournal(database, composer);
    archive = new PostgresArchive(database);
    ledger = new PostgresLedger(database, journal);
    recovery = new Recovery(ports.restoration(), ports.outbox(), journal, ledger, recent, id);
    games = new GuardedGameStore(ports.games(), recent, recovery);
    drainer = new Drainer(ports.outbox(), journal, ports.games());
  }

  /** A node that has recovered whatever there was to recover. */
  static Node start(String redisUrl, Database database, int outboxBound) {
    return start(redisUrl, database, outboxBound, History.COMPOSER);
  }

  static Node start(String redisUrl, Database database, int outboxBound, HistoryComposer composer) {
    var node = new Node(redisUrl, database, outboxBound, composer);
    // As servers do: a Redis that was just started again may not be reached at the first try.
    Awaitility.await()
        .atMost(SOON)
        .ignoreException(StoreUnavailable.class)
        .untilAsserted(node.recovery::recover);
    return node;
  }

  OutboxRelay draining() {
    return new OutboxRelay(drainer, ports.outbox(), ports.hints(), ports.leases(), recent, id);
  }

  boolean reaches() {
    return redis.link().isReachable();
  }

  /** Ends the node without closing it; its memory is lost. */
  void die() {
    redis.close();
  }

  @Override
  public void close() {
    recovery.close();
    redis.close();
  }
}
