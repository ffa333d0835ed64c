package dev.menagerie.server.postgres;

import dev.menagerie.server.http.IdempotencyStore;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers to repeatable requests, a row each. */
public final class PostgresIdempotencyStore implements IdempotencyStore {
  /** Longer than any request may take: the node that claimed the key is dead. */
  private static final Duration ABANDONED = Duration.ofSeconds(60);

  /** Clients are promised one day; the second day covers differences between clocks. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** Answers kept for one user: more requests than a client makes in a day. */
  static final int MAX_PER_USER = 1_000;

  /** One statement's share: it must end within the database's time limit. */
  private static final int MAX_SWEPT = 5_000;

  private final Database database;

  /** Stored responses in this database. */
  public PostgresIdempotencyStore(Database database) {
    this.database = database;
  }

  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Row(byte[] requestHash, Optional<StoredResponse> response) {
    static Row read(ResultSet row) throws SQLException {
      @Nullable Integer status = row.getObject("status", Integer.class);
      return new Row(
          row.getBytes("request_hash"),
          status == null
              ? Optional.empty()
              : Optional.of(
                  new StoredResponse(
                      status, row.getString("body"), Columns.text(row, "location"))));
    }
  }

  @Override
  public Claim claim(String userId, String key, byte[] requestHash) {
    return database.transact(handle -> {
      int inserted =
          handle.execute(
              "insert into idempotency_keys (user_id, key, request_hash) values (?, ?, ?)"
                  + " on conflict do nothing",
              userId,
              key,
              requestHash);
      if (inserted == 0) return known(handle, userId, key, requestHash);
      dropOldest(handle, userId);
      return new Claim.Fresh();
    });
  }

  private static void dropOldest(Handle handle, String userId) {
    handle.execute(
        """
        delete from idempotency_keys k using (
          select key from idempotency_keys where user_id = ? and status is not null
          order by created_at desc, key offset ?) old
        where k.user_id = ? and k.key = old.key
        """,
        userId,
        MAX_PER_USER - 1,
        userId);
  }

  private static Claim known(Handle handle, String userId, String key, byte[] requestHash) {
    Optional<Row> found =
        handle
            .createQuery(
                "select request_hash, status, body, location from idempotency_keys"
                    + " where user_id = :user and key = :key for update")
            .bind("user", userId)
            .bind("key", key)
            .map((row, _) -> Row.read(row))
            .findOne();
    if (found.isEmpty()) return new Claim.InProgress(); // freed this moment; the client asks again
    var row = found.get();
    if (!MessageDigest.isEqual(row.requestHash(), requestHash)) return new Claim.Reused();
    if (row.response().isPresent()) return new Claim.Done(row.response().get());
    int takenOver =
        handle.execute(
            "update idempotency_keys set created_at = now() where user_id = ? and key = ?"
                + " and created_at < now() - make_interval(secs => ?)",
            userId,
            key,
            ABANDONED.toSeconds());
    return takenOver == 1 ? new Claim.Fresh() : new Claim.InProgress();
  }

  @Override
  public void keep(String userId, String key, StoredResponse response) {
    database.read(handle ->
        handle.execute(
            "update idempotency_keys set status = ?, body = ?, location = ?"
                + " where user_id = ? and key = ?",
            response.status(),
            response.body(),
            EntryArrays.orNull(response.location()),
            userId,
            key));
  }

  @Override
  public void free(String userId, String key) {
    database.read(handle ->
        handle.execute(
            "delete from idempotency_keys where user_id = ? and key = ? and status is null",
            userId,
            key));
  }

  /**
   * Drops what no client may ask for again, at most {@value #MAX_SWEPT} keys; to be called now and
   * then.
   */
  public int sweep() {
    return database.read(handle ->
        handle.execute(
            "delete from idempotency_keys where (user_id, key) in (select user_id, key"
                + " from idempotency_keys where created_at < now() - make_interval(secs => ?)"
                + " order by created_at limit ?)",
            KEPT.toSeconds(),
            MAX_SWEPT));
  }
}
