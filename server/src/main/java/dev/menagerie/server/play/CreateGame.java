package dev.menagerie.server.play;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * A request to create a game.
 *
 * @param key the client's id of this request; a repeated one gets the same game
 */
public record CreateGame(
    Person creator,
    String deckId,
    RulesConfig rules,
    GameType type,
    Against opponent,
    Audience audience,
    int spectatorDelayMs,
    Optional<String> key) {

  /** A signed-in user. */
  public record Person(UserId id, String name) {}

  /** The kind of second player. */
  public sealed interface Against {
    record Anyone(LobbyListing listing) implements Against {}

    record User(UserId user) implements Against {}

    /**
     * @param deckId the deck of the bot; absent: a starter deck of the rules' preset, or the
     *     creator's deck if it has none
     */
    record Bot(String bot, Optional<String> deckId) implements Against {}
  }
}
