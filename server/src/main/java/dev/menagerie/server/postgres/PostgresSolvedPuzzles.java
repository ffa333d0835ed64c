package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.puzzle.SolvedPuzzles;
import java.time.Instant;
import java.time.LocalDate;
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
    return database.read(handle ->
        handle
            .createQuery(
                "select solved_at from solved_puzzles where user_id = :user and day = :day")
            .bind("user", user.value())
            .bind("day", day)
            .map((row, _) -> Columns.requiredInstant(row, "solved_at"))
            .findOne());
  }

  @Override
  public void solved(UserId user, LocalDate day, Instant at) {
    database.read(handle ->
        handle.execute(
            "insert into solved_puzzles (user_id, day, solved_at) values (?, ?, ?)"
                + " on conflict do nothing",
            user.value(),
            day,
            at.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public List<LocalDate> onTime(UserId user, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "select day from solved_puzzles where user_id = :user"
                    + " and (solved_at at time zone 'UTC')::date = day"
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
