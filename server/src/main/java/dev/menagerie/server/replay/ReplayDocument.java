package dev.menagerie.server.replay;

import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A finished game, whole: seed, decks, rules and actions are enough to play it again, digests to
 * compare every step. {@code digests[i]} is of the state after {@code actions[i]}.
 *
 * @param cardsVersion of all cards that were known to who made the game; for people
 * @param cards the game's own, and what each of them said: it can be played again with these alone
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

  /** Who sat where. */
  public record Player(String playerId, String name, int seat) {}

  /**
   * One version of the game.
   *
   * @param playerId whose step it was; null: nobody's
   * @param action a player's action as it was sent, or {@code game_started}, {@code resign}, {@code
   *     timeout}, {@code grace}
   */
  public record Step(
      long eventId, int epoch, @Nullable String playerId, JsonNode action, Instant at) {}

  /** How it ended. */
  public record Result(@Nullable String winnerId, String endReason) {}
}
