package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.puzzle.SolvedPuzzles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Solved puzzles in Postgres. */
public final class PostgresSolvedPuzzles implements SolvedPuzzles {
  private final Database database;

  /** Solutions in this database. */
  public PostgresSolvedPuzzles(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> solvedAt(UserId user, LocalDate day) {
    return first("select solved_at from solved_puzzles", user, day);
  }

  @Override
  public void solved(UserId user, LocalDate day, Instant at) {
    insert("solved_puzzles (user_id, day, solved_at)", user, day, at);
  }

  @Override
  public Optional<Instant> solutionSeenAt(UserId user, LocalDate day) {
    return first("select seen_at from seen_solutions", user, day);
  }

  @Override
  public void solutionSeen(UserId user, LocalDate day, Instant at) {
    insert("seen_solutions (user_id, day, seen_at)", user, day, at);
  }

  private Optional<Instant> first(String query, UserId user, LocalDate day) {
    return database.read(handle ->
        handle
            .createQuery(query + " where user_id = :user and day = :day")
            .bind("user", user.value())
            .bind("day", day)
            .map((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .findOne());
  }

  /** The first row of a user and day stays. */
  private void insert(String table, UserId user, LocalDate day, Instant at) {
    database.read(handle ->
        handle.execute(
            "insert into " + table + " values (?, ?, ?) on conflict do nothing",
            user.value(),
            day,
            at.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public List<LocalDate> onTime(UserId user, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "select day from solved_puzzles left join seen_solutions using (user_id, day)"
                    + " where user_id = :user and (solved_at at time zone 'UTC')::date = day"
                    + " and (seen_at is null or seen_at > solved_at)"
                    + " order by day desc limit :most")
            .bind("user", user.value())
            .bind("most", most)
            .mapTo(LocalDate.class)
            .list());
  }

  @Override
  public List<Solved> of(UserId user, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "select day, solved_at from solved_puzzles where user_id = :user"
                    + " order by day desc limit :most")
            .bind("user", user.value())
            .bind("most", most)
            .map((row, _) ->
                new Solved(
                    row.getObject("day", LocalDate.class),
                    Columns.requiredInstant(row, "solved_at")))
            .list());
  }
}
