package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.Ladders;
import dev.menagerie.server.rating.Rating;
import dev.menagerie.server.rating.Season;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ratings from the tables that the end of a game writes. */
public final class PostgresLadders implements Ladders {
  private final Database database;

  public PostgresLadders(Database database) {
    this.database = database;
  }

  @Override
  public List<RankedStanding> rankedStandings(UserId user, Season season) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select s.*, case when u.registered and s.deviation <= :settled then (1 + (
                  select count(*) from standings o join users p on p.id = o.user_id
                  where o.preset = s.preset and o.season = s.season and p.registered
                    and o.deviation <= :settled
                    and (o.rating > s.rating or (o.rating = s.rating and o.user_id < s.user_id))
                ))::int end as rank
                from standings s join users u on u.id = s.user_id
                where s.user_id = :user and s.season = :season order by s.preset
                """)
            .bind("user", user.value())
            .bind("season", season.id())
            .bind("settled", Rating.MAX_SETTLED_DEVIATION)
            .map((row, _) -> rankedStanding(row))
            .list());
  }

  private static RankedStanding rankedStanding(ResultSet row) throws SQLException {
    return new RankedStanding(
        row.getString("preset"),
        RatingRows.standing(row),
        Optional.ofNullable(row.getObject("rank", Integer.class)));
  }

  @Override
  public ArchivePage<Change> changesOf(UserId user, Optional<String> cursor, int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    long before = cursor.map(PostgresLadders::number).orElse(Long.MAX_VALUE);
    var rows =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select g.*, c.rating_before, c.rating_after, c.deviation_before,
                      c.deviation_after
                    from ranked_games g left join rating_changes c
                      on c.game_number = g.number and c.user_id = :user
                    where (g.first_player = :user or g.second_player = :user)
                      and g.number < :before
                    order by g.number desc limit :limit
                    """)
                .bind("user", user.value())
                .bind("before", before)
                .bind("limit", size + 1)
                .map((row, _) -> new Numbered(row.getLong("number"), change(row, user)))
                .list());
    var items = rows.stream().limit(size).map(Numbered::change).toList();
    return new ArchivePage<>(
        items,
        rows.size() > size
            ? Optional.of(encoded(Long.toString(rows.get(size - 1).number())))
            : Optional.empty());
  }

  private record Numbered(long number, Change change) {}

  private static Change change(ResultSet row, UserId user) throws SQLException {
    var game = RatingRows.game(row);
    var players = game.players();
    var opponent = players.getFirst().equals(user) ? players.getLast() : players.getFirst();
    var before = row.getObject("rating_before", Double.class);
    return new Change(
        game.game(),
        game.preset(),
        new Season(row.getString("season")),
        opponent,
        game.outcome(user),
        Columns.text(row, "not_counted"),
        before == null
            ? Optional.empty()
            : Optional.of(
                new Numbers(
                    before,
                    row.getDouble("rating_after"),
                    row.getDouble("deviation_before"),
                    row.getDouble("deviation_after"))),
        game.endedAt());
  }

  @Override
  public ArchivePage<Entry> ladder(
      String preset, Season season, Optional<String> cursor, int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    var from = cursor.map(LadderCursor::read).orElse(LadderCursor.START);
    var rows = database.read(handle -> ladderRows(handle, preset, season, from, size + 1));
    var items = new ArrayList<Entry>();
    for (var row : rows.subList(0, Math.min(size, rows.size()))) {
      items.add(new Entry(from.rank() + items.size() + 1, row.user(), row.name(), row.standing()));
    }
    return new ArchivePage<>(
        items,
        rows.size() > size
            ? Optional.of(LadderCursor.behind(items.getLast()).text())
            : Optional.empty());
  }

  private static List<Entry> ladderRows(
      Handle handle, String preset, Season season, LadderCursor from, int limit) {
    return handle
        .createQuery(
            """
            select s.*, u.name from standings s join users u on u.id = s.user_id
            where s.preset = :preset and s.season = :season and u.registered
              and s.deviation <= :settled
              and (s.rating < :rating or (s.rating = :rating and s.user_id > :user))
            order by s.rating desc, s.user_id limit :limit
            """)
        .bind("preset", preset)
        .bind("season", season.id())
        .bind("settled", Rating.MAX_SETTLED_DEVIATION)
        .bind("rating", from.rating())
        .bind("user", from.user())
        .bind("limit", limit)
        .map((row, _) ->
            new Entry(
                0,
                new UserId(row.getString("user_id")),
                row.getString("name"),
                RatingRows.standing(row)))
        .list();
  }

  @Override
  public List<Season> seasons() {
    return database.read(handle ->
        handle
            .createQuery("select distinct season from ranked_games order by season desc")
            .map((row, _) -> new Season(row.getString(1)))
            .list());
  }

  /** Behind which row a page of a ladder begins. */
  private record LadderCursor(int rank, double rating, String user) {
    /** Before every row. */
    static final LadderCursor START = new LadderCursor(0, 1e9, "");

    static LadderCursor behind(Entry entry) {
      return new LadderCursor(
          entry.rank(), entry.standing().rating().value(), entry.user().value());
    }

    static LadderCursor read(String text) {
      var parts = decoded(text).split(" ", -1);
      try {
        if (parts.length != 3) throw new InvalidCursor();
        double rating = Double.parseDouble(parts[1]);
        int rank = Integer.parseInt(parts[0]);
        if (!Double.isFinite(rating) || rank < 0) throw new InvalidCursor();
        return new LadderCursor(rank, rating, new UserId(parts[2]).value());
      } catch (IllegalArgumentException invalid) {
        throw new InvalidCursor();
      }
    }

    String text() {
      return encoded(rank + " " + rating + " " + user);
    }
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(decoded(cursor));
    } catch (NumberFormatException invalid) {
      throw new InvalidCursor();
    }
  }

  private static String encoded(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException invalid) {
      throw new InvalidCursor();
    }
  }
}
