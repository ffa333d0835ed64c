package dev.menagerie.clients.demo;

import dev.menagerie.clients.wire.MoveChoice;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Plays whatever the server lists as legal, attacks rather than passes, until the game is over.
 * Runs on a thread of its own.
 */
public final class DemoPlayer implements Runnable {
  private static final int PATIENCE_SECONDS = 60;

  private final GameClient client;
  private final String gameId;
  private final SplittableRandom random;
  private int messages;
  private long actedAt = -1;

  DemoPlayer(GameClient client, String gameId, long seed) {
    this.client = client;
    this.gameId = gameId;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void run() {
    client.connect();
    client.send("game:join", Map.of("message_id", "join", "game_id", gameId));
    try {
      while (!isOver(next())) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private GameClient.ReceivedMessage next() throws InterruptedException {
    var received = client.received().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (received == null) throw new DemoFailed("nothing was heard for a minute");
    return received;
  }

  private boolean isOver(GameClient.ReceivedMessage received) {
    var message = received.message();
    switch (received.event()) {
      case "game:state" -> act(message.get("state"));
      case "ack" -> {
        if (!message.path("ok").asBoolean(false)) {
          throw new DemoFailed("refused: " + message.path("error").path("code").asString(""));
        }
      }
      case "connect_error", "session:closed", "game:error" ->
          throw new DemoFailed(received.event() + " " + message);
      case "game:game_over" -> {
        return true;
      }
      default -> {} // the narrator prints the other player's events
    }
    return false;
  }

  private void act(JsonNode state) {
    var legal = state.get("legal_actions");
    long at = state.get("event_id").asLong();
    if (legal.isEmpty() || at == actedAt) return;
    actedAt = at;
    client.send(
        "game:action",
        Map.of(
            "message_id",
            "m" + messages++,
            "game_id",
            gameId,
            "action",
            MoveChoice.of(legal, random)));
  }

  /** The demo met something it did not expect. */
  public static final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
      super(message);
    }
  }
}
