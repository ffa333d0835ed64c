package dev.menagerie.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server's messages do to the state of a game. Not thread safe. */
final class GameMessages {
  private final Consumer<Consumer<SessionEvents>> tell;
  private @Nullable GameState state;

  /** A message is missing, or a patch does not apply: the game must be joined again. */
  private boolean lostTrack;

  /**
   * @param tell runs a callback of the program
   */
  GameMessages(Consumer<Consumer<SessionEvents>> tell) {
    this.tell = tell;
  }

  Optional<GameState> state() {
    return Optional.ofNullable(state);
  }

  /** Whether the game must be joined again; asked once. */
  boolean takeLostTrack() {
    boolean lost = lostTrack;
    lostTrack = false;
    return lost;
  }

  void receive(String event, JsonNode message) {
    switch (event) {
      case "game:state" -> replace(message);
      case "game:update" -> fold(commit(message), message);
      case "game:opponent_action" -> {
        var commit = commit(message);
        tell.accept(events -> events.commit(commit));
      }
      case "game:game_over" -> tell.accept(events -> events.gameOver(message));
      default -> tell.accept(events -> events.message(event, message));
    }
  }

  /** The acknowledgement of an action of this player. */
  void replied(JsonNode reply) {
    if (!reply.has("action_type")) return;
    var commit = Commit.of(reply, state().flatMap(GameState::viewerId));
    if (reply.has("patch")) fold(commit, reply);
    else tell.accept(events -> events.commit(commit));
  }

  private static Commit commit(JsonNode message) {
    return Commit.of(message, message.path("player_id").stringValueOpt());
  }

  private void replace(JsonNode message) {
    var before = state;
    var after = new GameState(message.path("state"));
    boolean known = before != null && before.epoch() == after.epoch();
    if (known && before != null && after.eventId() < before.eventId()) return;
    state = after;
    long last = before == null ? -1 : before.eventId();
    var missed =
        Json.list(message.path("missed_events"), GameMessages::commit).stream()
            .filter(commit -> commit.eventId() > last)
            .toList();
    boolean resync = before != null && message.path("resync").asBoolean(false);
    tell.accept(events -> events.state(after, resync ? List.of() : missed, resync));
  }

  private void fold(Commit commit, JsonNode message) {
    var before = state;
    if (before == null || commit.eventId() <= before.eventId()) return;
    if (commit.eventId() != before.eventId() + 1) {
      lostTrack = true;
      return;
    }
    try {
      state = new GameState(JsonPatch.apply(before.json(), message.path("patch")));
    } catch (JsonPatch.Mismatch mismatch) {
      lostTrack = true;
      return;
    }
    tell.accept(events -> events.commit(commit));
    if (message.has("game_over")) {
      tell.accept(events -> events.gameOver(message.path("game_over")));
    }
  }
}
