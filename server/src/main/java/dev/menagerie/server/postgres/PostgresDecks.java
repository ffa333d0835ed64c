package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.decks.Deck;
import dev.menagerie.server.decks.DeckId;
import dev.menagerie.server.decks.DeckName;
import dev.menagerie.server.decks.DeckStore;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Players' own decks, a row each with the list as JSON. */
public final class PostgresDecks implements DeckStore {
  private static final String COLUMNS = "select id, name, rules, contents from decks";

  private final Database database;

  /** Decks in this database. */
  public PostgresDecks(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(UserId user, Deck deck, int most) {
    return database.transact(handle -> {
      // One at a time per user, or two at once could both be the last that fits.
      handle.execute("select 1 from users where id = ? for update", user.value());
      return handle.execute(
              "insert into decks (id, user_id, name, rules, contents)"
                  + " select ?, ?, ?, ?, ?::jsonb"
                  + " where (select count(*) from decks where user_id = ?) < ?",
              deck.id().value(),
              user.value(),
              deck.name().value(),
              deck.rules(),
              Json.text(deck.list()),
              user.value(),
              most)
          == 1;
    });
  }

  @Override
  public boolean replace(UserId user, Deck deck) {
    return database.read(handle ->
        handle.execute(
                "update decks set name = ?, rules = ?, contents = ?::jsonb, updated_at = now()"
                    + " where id = ? and user_id = ?",
                deck.name().value(),
                deck.rules(),
                Json.text(deck.list()),
                deck.id().value(),
                user.value())
            == 1);
  }

  @Override
  public boolean remove(UserId user, DeckId deck) {
    return database.read(handle ->
        handle.execute("delete from decks where id = ? and user_id = ?", deck.value(), user.value())
            == 1);
  }

  @Override
  public Optional<Deck> find(UserId user, DeckId deck) {
    return database.read(handle ->
        handle
            .createQuery(COLUMNS + " where id = :id and user_id = :user")
            .bind("id", deck.value())
            .bind("user", user.value())
            .map((row, _) -> deck(row))
            .findOne());
  }

  /** A deck that is gone has nothing after it. */
  @Override
  public List<Deck> list(UserId user, Optional<DeckId> after, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                COLUMNS
                    + " where user_id = :user and (:after::text is null or (created_at, id) >"
                    + " (select created_at, id from decks"
                    + " where id = :after and user_id = :user))"
                    + " order by created_at, id limit :most")
            .bind("user", user.value())
            .bind("after", after.map(DeckId::value).orElse(null))
            .bind("most", most)
            .map((row, _) -> deck(row))
            .list());
  }

  private static Deck deck(ResultSet row) throws SQLException {
    return Deck.own(
        new DeckId(row.getString(1)),
        new DeckName(row.getString(2)),
        row.getString(3),
        Json.read(row.getString(4), DeckList.class));
  }
}
