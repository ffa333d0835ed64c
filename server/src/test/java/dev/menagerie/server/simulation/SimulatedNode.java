package dev.menagerie.server.simulation;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.journal.RecentEntries;
import dev.menagerie.server.loop.GameLoops;
import dev.menagerie.server.play.Blocks;
import dev.menagerie.server.play.BotPlayers;
import dev.menagerie.server.play.DeckSource;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.WaitingTime;
import dev.menagerie.server.recovery.GuardedGameStore;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.timer.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server from its stores' ports up to its games: the real classes, wired as a server does it. */
final class SimulatedNode {
  static final Catalog CATALOG = CardSets.load().catalog();
  static final StarterDecks STARTERS = StarterDecks.load();

  private static final Duration SECOND = Duration.ofSeconds(1);

  final SimulatedProcess process;
  final Rpc redis;
  final Rpc postgres;
  final RemoteHints hints;
  final Recovery recovery;
  final Drainer drainer;
  private final RecentEntries recent = new RecentEntries();
  private final GameStore store;
  private final GameJournal journal;
  private final Outbox outbox;
  private final Leases leases;
  private final Deadlines deadlines;
  private final GameArchive archive;
  private final NodeId id;
  private volatile @Nullable Service service;

  /** What a node offers once it serves. */
  record Service(Games games, Lobby lobby, GameStore store, GameJournal journal) {}

  /** A node that has not begun. */
  SimulatedNode(String name, SimulatedStores stores, Mutant mutant) {
    process = new SimulatedProcess(stores.timeline, name);
    id = new NodeId(name);
    redis = new Rpc(process, stores.redis, true);
    postgres = new Rpc(process, stores.postgres, false);
    InMemoryGameStore games = stores.games;
    journal = mutant.journal(Remote.port(GameJournal.class, stores.journal, postgres));
    archive = Remote.port(GameArchive.class, stores.journal, postgres);
    outbox = Remote.port(Outbox.class, games, redis);
    leases = Remote.port(Leases.class, games, redis);
    deadlines = Remote.port(Deadlines.class, games, redis);
    hints = new RemoteHints(process, games.hints(), redis);
    recovery =
        new Recovery(
            RemoteRestoration.of(mutant.restoration(games), process, redis),
            outbox,
            journal,
            mutant.ledger(
                RemoteLedger.of(
                    stores.signs.watched(stores.journal, process), postgres, stores.lock)),
            recent,
            id,
            process);
    var remote = new RemoteGameStore(process, games, mutant.store(games), redis, stores.witnesses);
    store = new GuardedGameStore(remote, recent, recovery);
    drainer = new Drainer(outbox, journal, store, process);
  }

  void start() {
    process.loopThread("main", this::serve).start();
  }

  private void serve() {
    while (!isReady()) process.pause(SECOND);
    var relay = new OutboxRelay(drainer, outbox, hints, leases, recent, id, process);
    var loops = new GameLoops(new SimulatedLoop(process));
    var games = new Games(store, archive, journal, CATALOG, relay::whenJournaled, process, loops);
    hints.subscribe(games::noteHint);
    new Timekeeper(deadlines, leases, id, games, process).start();
    var lobby =
        new Lobby(
            games,
            store,
            journal,
            CATALOG,
            (_, deck) -> deck(deck),
            new BotPlayers(games, () -> STARTERS),
            CreationLimits.NONE,
            WaitingTime.STANDARD,
            Blocks.NONE,
            process);
    service = new Service(games, lobby, store, journal);
    process.timeline().note(process.name() + " serves");
    process.start(() -> everySecond(recovery::watch));
    everySecond(recovery::alive);
  }

  private void everySecond(Runnable task) {
    while (process.pause(SECOND)) {
      try {
        task.run();
      } catch (RuntimeException e) {
        // the next second tries again, as the server's scheduler does
      }
    }
  }

  private boolean isReady() {
    try {
      recovery.requirePair();
      recovery.alive();
      recovery.begin();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Optional<DeckSource.Chosen> deck(String name) {
    return STARTERS.find(name).map(deck -> DeckSource.Chosen.of(deck.name(), deck.list()));
  }

  /** Absent until the node serves. */
  Optional<Service> service() {
    return Optional.ofNullable(service);
  }

  List<Rpc> connections() {
    return List.of(redis, postgres);
  }

  @Override
  public String toString() {
    return process.name();
  }
}
