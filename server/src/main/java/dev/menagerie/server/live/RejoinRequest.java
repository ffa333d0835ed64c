package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage.Sync;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client asks for when it connects: the game to resume, the version, and how to follow.
 * Invalid values are ignored, since the official Java client can send strings only.
 */
record RejoinRequest(
    Optional<String> gameId,
    GameSubscriptions.Resume resume,
    Sync sync,
    boolean legalActions,
    boolean events) {
  private static final String SMALL_NUMBER = "[0-9]{1,15}";
  private static final RejoinRequest NONE =
      new RejoinRequest(Optional.empty(), GameSubscriptions.Resume.NOTHING, Sync.FULL, true, true);

  static RejoinRequest of(Optional<JsonNode> connect) {
    return connect
        .map(auth ->
            new RejoinRequest(
                text(auth.get("game_id")),
                new GameSubscriptions.Resume(
                    number(auth.get("last_event_id")),
                    number(auth.get("epoch")).map(Long::intValue)),
                text(auth.get("sync")).filter(DELTA::equals).map(_ -> Sync.DELTA).orElse(Sync.FULL),
                isWanted(auth.get("legal_actions")),
                isWanted(auth.get("events"))))
        .orElse(NONE);
  }

  private static final String DELTA = Sync.DELTA.name().toLowerCase(Locale.ROOT);

  private static Optional<String> text(@Nullable JsonNode node) {
    return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static boolean isWanted(@Nullable JsonNode node) {
    return node == null || !node.asString("").equals("false");
  }

  private static Optional<Long> number(@Nullable JsonNode node) {
    if (node == null) return Optional.empty();
    if (node.isString() && node.stringValue().matches(SMALL_NUMBER)) {
      return Optional.of(Long.valueOf(node.stringValue()));
    }
    return node.canConvertToLong() && node.isIntegralNumber()
        ? Optional.of(node.longValue())
        : Optional.empty();
  }
}
