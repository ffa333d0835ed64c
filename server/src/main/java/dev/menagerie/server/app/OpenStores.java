package dev.menagerie.server.app;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.DrainLoop;
import dev.menagerie.server.game.Drainer;
import dev.menagerie.server.game.GameArchive;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Tail;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.redis.RedisDeadlines;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisHints;
import dev.menagerie.server.redis.RedisLeases;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.server.redis.RedisOutbox;
import dev.menagerie.server.redis.RedisRestoration;
import dev.menagerie.server.replay.ReplayComposer;

/** The stores of a server, connected, with the drain between them running. */
record OpenStores(
    NodeId node,
    RedisLink redis,
    Database database,
    GameStore store,
    GameJournal journal,
    GameArchive archive,
    Hints hints,
    Leases leases,
    Deadlines deadlines,
    Drainer drainer) {

  static OpenStores open(ServeOptions options, DataDirectory data, Closing closing) {
    var addresses = closing.later(StoreAddresses.of(options, data));
    var database = closing.later(Database.open(addresses.postgres()));
    var redis = closing.later(RedisLink.connect(addresses.redis()));
    var node = NodeId.fresh();
    certify(new RedisRestoration(redis));
    var store = new RedisGameStore(redis);
    var journal = new PostgresJournal(database, new ReplayComposer(BuildVersion.TEXT));
    var hints = new RedisHints(redis);
    var leases = new RedisLeases(redis);
    var outbox = new RedisOutbox(redis);
    var drainer = new Drainer(outbox, journal, store);
    closing.later(new DrainLoop(drainer, outbox, hints, leases, new Tail(), node));
    return new OpenStores(
        node,
        redis,
        database,
        store,
        journal,
        new PostgresArchive(database),
        hints,
        leases,
        new RedisDeadlines(redis),
        drainer);
  }

  private static void certify(RedisRestoration redis) {
    var run = redis.run();
    for (var partition : Partition.all()) redis.certify(partition, run);
  }
}
