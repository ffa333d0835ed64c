package dev.menagerie.server.wiring;

import dev.menagerie.server.admin.GameCalls;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.journal.RecentEntries;
import dev.menagerie.server.lobby.LobbyMembers;
import dev.menagerie.server.metrics.JournalMetrics;
import dev.menagerie.server.metrics.MeasuredGameStore;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.players.Relations;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresDeletedUsers;
import dev.menagerie.server.postgres.PostgresGameSearch;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresLedger;
import dev.menagerie.server.postgres.PostgresRelations;
import dev.menagerie.server.postgres.PostgresWaitingGames;
import dev.menagerie.server.recovery.GuardedGameStore;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.redis.NodeSubscription;
import dev.menagerie.server.redis.RedisConnections;
import dev.menagerie.server.redis.RedisDeadlines;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisHealth;
import dev.menagerie.server.redis.RedisHints;
import dev.menagerie.server.redis.RedisLeases;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.server.redis.RedisLobbyMembers;
import dev.menagerie.server.redis.RedisOutbox;
import dev.menagerie.server.redis.RedisRestoration;
import dev.menagerie.server.replay.ReplayComposer;
import dev.menagerie.server.settings.RetentionOptions;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.socketio.redis.RedisAdapter;
import io.micrometer.core.instrument.MeterRegistry;

/** The stores of a server, connected, with the drain between them running. */
record StoreWiring(
    NodeId node,
    RedisLink redis,
    RedisSafety safety,
    Database database,
    GameStore store,
    PostgresJournal journal,
    GameArchive archive,
    WaitingGames waiting,
    Hints hints,
    Leases leases,
    Deadlines deadlines,
    Drainer drainer,
    OutboxRelay relay,
    Recovery recovery,
    Connections connections,
    LobbyMembers lobbyMembers,
    Relations relations,
    RedisAdapter adapter) {
  /** The prefix of this cluster's channels in Redis. */
  private static final String CLUSTER = "menagerie:sio";

  static StoreWiring open(
      ServeOptions options, DataDirectory data, ServerMetrics metrics, CloseStack closing) {
    var addresses = StoreAddresses.of(options, data, closing);
    var database = closing.register(Database.open(addresses.postgres()));
    metrics.bind(database);
    var redis = closing.register(RedisLink.connectLoops(addresses.redis()));
    redis.requireFunctions();
    var safety = RedisSafety.check(new RedisHealth(redis), options.acceptUnsafeRedis);
    var node = NodeId.fresh();
    var journal =
        new PostgresJournal(
            database, new ReplayComposer(BuildVersion.TEXT), options.bounds.sameAddress());
    var outbox = new RedisOutbox(redis);
    var recent = new RecentEntries();
    var recovery =
        new Recovery(
            new RedisRestoration(redis),
            outbox,
            journal,
            new PostgresLedger(database, journal),
            recent,
            node);
    closing.register(recovery);
    if (addresses.ownAlone()) recovery.discardOtherNodes();
    recovery.requirePair();
    recovery.alive();
    recovery.begin();
    var store =
        new GuardedGameStore(
            new MeasuredGameStore(new RedisGameStore(redis, node), metrics.registry()),
            recent,
            recovery);
    var hints = new RedisHints(redis, node);
    var leases = new RedisLeases(redis);
    closing.register(NodeSubscription.hold(redis, node));
    var drainer = new Drainer(outbox, journal, store);
    var relay = closing.register(new OutboxRelay(drainer, outbox, hints, leases, recent, node));
    JournalMetrics.bind(metrics.registry(), drainer, recovery, redis.probe());
    return new StoreWiring(
        node,
        redis,
        safety,
        database,
        store,
        journal,
        new PostgresArchive(database),
        new PostgresWaitingGames(database),
        hints,
        leases,
        new RedisDeadlines(redis),
        drainer,
        relay,
        recovery,
        new RedisConnections(redis),
        new RedisLobbyMembers(redis),
        new PostgresRelations(
            database,
            new Relations.Bounds(options.bounds.friendsPerUser, options.bounds.blocksPerUser)),
        redis.adapter(CLUSTER));
  }

  /** What operators look up about games, and do to them. */
  GameCalls forOperators(Games games, Lobby lobby) {
    return new GameCalls(new PostgresGameSearch(database), connections, games, lobby);
  }

  /** Deletes what has been kept long enough. */
  CleanUp cleanUp(RetentionOptions kept, MeterRegistry registry) {
    return new CleanUp(database, store, journal, kept, registry);
  }

  /** Replaces the names of deleted users in games that have ended since. */
  void anonymize() {
    new PostgresDeletedUsers(database).anonymize();
  }
}
