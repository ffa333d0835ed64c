package dev.menagerie.server.postgres;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestorableGame;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The ledger of recoveries in Postgres: epochs, certificates, nodes and the entries they handed in.
 */
public final class PostgresLedger implements RecoveryLedger {
  /** Names our advisory lock among all of a database; any number would do. */
  private static final long RECOVERY_LOCK = 0x4d656e6167657269L;

  /** Entries adopted with one statement. */
  private static final int AT_ONCE = 512;

  private final Database database;

  private final PostgresJournal journal;

  /** The ledger of recoveries in this database. */
  public PostgresLedger(Database database, PostgresJournal journal) {
    this.database = database;
    this.journal = journal;
  }

  @Override
  public void alive(NodeId node) {
    database.read(handle ->
        handle.execute(
            "insert into nodes (node) values (?)"
                + " on conflict (node) do update set last_seen = now()",
            node.value()));
  }

  @Override
  public void discardOtherNodes(NodeId node) {
    database.read(handle -> handle.execute("delete from nodes where node <> ?", node.value()));
  }

  @Override
  public void gone(NodeId node) {
    database.read(handle -> handle.execute("delete from nodes where node = ?", node.value()));
  }

  @Override
  public void handIn(NodeId node, String run, List<JournalEntry> remembered) {
    database.transact(handle -> {
      if (!remembered.isEmpty())
        HandedInEntries.keep(handle, remembered, HandedInEntries.HANDED_IN);
      return handle.execute(
          "insert into nodes (node, handed_in_run) values (?, ?) on conflict (node)"
              + " do update set handed_in_run = excluded.handed_in_run, last_seen = now()",
          node.value(),
          run);
    });
  }

  @Override
  public Set<NodeId> awaited(String run, Duration seenWithin) {
    return database.read(handle ->
        AwaitedNodes.bind(handle.createQuery(AwaitedNodes.SELECT), run, seenWithin)
            .map((row, _) -> new NodeId(row.getString(1)))
            .set());
  }

  /**
   * The lock belongs to a transaction, so that it goes with a node that dies; a pooler may give the
   * session to another node meanwhile.
   */
  @Override
  public boolean exclusively(Runnable work) {
    try (var connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!lock(connection)) return false;
        work.run();
        return true;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(Store.POSTGRES, e);
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      // The work is done on other connections, and may take longer than a transaction may idle.
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      try (ResultSet row =
          statement.executeQuery("select pg_try_advisory_xact_lock(" + RECOVERY_LOCK + ")")) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  @Override
  public Set<Partition> handedIn() {
    return database.read(HandedInEntries::games).stream()
        .map(Partition::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Adopted adopt(String run, Duration seenWithin) {
    return database.transact(handle -> {
      HandedInEntries.dropJournaled(handle);
      var handedIn = HandedInEntries.handedIn(handle);
      var next = continuing(handedIn, PostgresJournal.heads(handle, gamesOf(handedIn)));
      for (int from = 0; from < next.size(); from += AT_ONCE) {
        journal.append(handle, next.subList(from, Math.min(next.size(), from + AT_ONCE)));
      }
      HandedInEntries.dropJournaled(handle);
      return new Adopted(next.size(), HandedInEntries.orphan(handle, run, seenWithin));
    });
  }

  private static Set<GameId> gamesOf(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::game).collect(Collectors.toSet());
  }

  /** Those that continue the journal, link by link. */
  private static List<JournalEntry> continuing(
      List<JournalEntry> ordered, Map<GameId, Head> journaled) {
    var heads = new HashMap<>(journaled);
    var next = new ArrayList<JournalEntry>();
    for (var entry : ordered) {
      var head = heads.get(entry.game());
      if (head == null || !head.after(entry.entry().record()).equals(entry.head())) continue;
      heads.put(entry.game(), entry.head());
      next.add(entry);
    }
    return next;
  }

  @Override
  public int setAside(String run, Duration seenWithin) {
    return database.transact(handle -> {
      HandedInEntries.dropJournaled(handle);
      return HandedInEntries.orphan(handle, run, seenWithin);
    });
  }

  @Override
  public Optional<String> certified(Partition partition) {
    return database.read(handle ->
        handle
            .createQuery("select run_id from partition_certificates where partition = :partition")
            .bind("partition", partition.value())
            .mapTo(String.class)
            .findOne());
  }

  @Override
  public void certified(Set<Partition> partitions, StoreRun run, NodeId by) {
    var ordered = List.copyOf(partitions);
    database.read(handle ->
        handle
            .createUpdate(
                "insert into partition_certificates (partition, run_id, node)"
                    + " select partition, run, :node"
                    + " from unnest(:partitions::int[], :runs::text[]) as own(partition, run)"
                    + " on conflict (partition)"
                    + " do update set run_id = excluded.run_id, node = excluded.node,"
                    + " certified_at = now()")
            .bindArray(
                "partitions", Integer.class, ordered.stream().map(Partition::value).toArray())
            .bindArray("runs", String.class, ordered.stream().map(run::of).toArray())
            .bind("node", by.value())
            .execute());
  }

  static Object[] numbers(Set<Partition> partitions) {
    return partitions.stream().map(Partition::value).toArray();
  }

  @Override
  public Map<Partition, Integer> gamesIn(Set<Partition> partitions) {
    return database.read(handle -> UnfinishedGames.count(handle, partitions));
  }

  @Override
  public Set<GameId> unfinishedOf(UserId user) {
    return database.read(handle -> UnfinishedGames.of(handle, user));
  }

  @Override
  public List<Known> unfinished(Set<Partition> partitions) {
    return database.read(handle -> UnfinishedGames.of(handle, partitions));
  }

  @Override
  public Optional<Known> unfinished(GameId game) {
    return database.read(handle -> UnfinishedGames.of(handle, game));
  }

  @Override
  public Set<GameId> finishedOf(Set<GameId> games) {
    if (games.isEmpty()) return Set.of();
    return database.read(handle ->
        handle
            .createQuery("select game_id from game_history where game_id = any(:games::text[])")
            .bindArray("games", String.class, games.stream().map(GameId::value).toArray())
            .map((row, _) -> new GameId(row.getString(1)))
            .set());
  }

  @Override
  public List<RestorableGame> raise(List<Known> games) {
    return database.transact(handle -> EpochStart.of(handle, games));
  }
}
