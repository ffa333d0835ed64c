package dev.menagerie.server.replay;

import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A finished game as a document. Seed, decks, rules and actions are enough to replay it, digests to
 * compare every step.
 *
 * @param players by seat
 * @param decks by seat
 * @param rngSeed in hex; its hash is {@code seedCommitment}
 * @param actions every version of the game, in order
 * @param digests {@code digests[i]} is the digest of the state after {@code actions[i]}
 * @param engineVersion of the server that finished the game; informative
 * @param cardsVersion of the card library the game was created with; informative
 * @param cards the cards of this game with their texts: a replay needs no others
 */
public record ReplayDocument(
    String gameId,
    RulesConfig rules,
    List<Player> players,
    List<DeckList> decks,
    String rngSeed,
    String seedCommitment,
    List<Step> actions,
    List<String> digests,
    Result result,
    String engineVersion,
    String cardsVersion,
    List<GameCards.Printed> cards) {
  public ReplayDocument {
    players = List.copyOf(players);
    decks = List.copyOf(decks);
    actions = List.copyOf(actions);
    digests = List.copyOf(digests);
    cards = List.copyOf(cards);
  }

  /** A player and their seat, 0 or 1. */
  public record Player(String playerId, String name, int seat) {}

  /**
   * One version of the game.
   *
   * @param playerId the player who acted or whose clock it was; null for {@code game_started}
   * @param action a player's action as it was sent, or an object whose {@code type} is {@code
   *     game_started}, {@code resign}, {@code timeout}, {@code grace}, {@code time_warning}, {@code
   *     time_given_back}, {@code time_granted} or {@code voided}
   * @param at the store's time of the commit
   */
  public record Step(
      long eventId, int epoch, @Nullable String playerId, JsonNode action, Instant at) {}

  /**
   * How the game ended.
   *
   * @param winnerId null for a tie
   */
  public record Result(@Nullable String winnerId, String endReason) {}
}
