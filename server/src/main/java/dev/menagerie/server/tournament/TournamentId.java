package dev.menagerie.server.tournament;

import dev.menagerie.server.game.GameId;
import java.util.Optional;

/** Identifies a tournament. */
public record TournamentId(String value) {
  public TournamentId {
    if (GameId.parse(value).isEmpty()) throw new IllegalArgumentException("not a tournament id");
  }

  /** The id that a client sent; empty if it cannot be one. */
  public static Optional<TournamentId> parse(String text) {
    return GameId.parse(text).map(id -> new TournamentId(id.value()));
  }

  /** A new random id. */
  public static TournamentId fresh() {
    return new TournamentId("t" + GameId.fresh().value().substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
