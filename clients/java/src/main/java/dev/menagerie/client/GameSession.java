package dev.menagerie.client;

import dev.menagerie.client.Connection.NoReply;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays or watches one game over one connection, and resumes after interruptions. Made by {@link
 * Menagerie#play} and {@link Menagerie#watch}. Thread safe; methods that wait block their thread.
 */
public final class GameSession implements AutoCloseable {
  /** Attempts after a temporary refusal such as {@code busy}. */
  private static final int MAX_ATTEMPTS = 6;

  private final String gameId;
  private final JoinedGame game;

  GameSession(RestClient rest, String gameId, boolean plays, SessionOptions options) {
    this.gameId = gameId;
    this.game = new JoinedGame(rest, gameId, plays, options);
  }

  /** The id of the game. */
  public String gameId() {
    return gameId;
  }

  /** The state as the user sees it; empty until the game is joined. */
  public Optional<GameState> state() {
    return game.state();
  }

  /** Whether the game is joined at the moment. */
  public boolean isConnected() {
    return game.isJoined();
  }

  /** Adds a listener for what happens from now on. */
  public void listen(SessionEvents events) {
    game.listen(events);
  }

  /**
   * Waits for the game to be joined, and returns the state.
   *
   * @throws SessionClosed if the game cannot be joined
   */
  public GameState ready() {
    game.await(() -> game.state().isPresent());
    return game.state().orElseThrow();
  }

  /**
   * Every state in which this player may act, once each, until the game is over. The iterator
   * blocks until the next one, and throws {@link SessionClosed} if the session ends first.
   */
  public Iterable<GameState> turns() {
    return Turns::new;
  }

  /** Iterates over turns. */
  private final class Turns implements Iterator<GameState> {
    private long last = -1;
    private @Nullable GameState next;

    @Override
    public boolean hasNext() {
      if (next != null) return true;
      game.await(() -> game.state().filter(this::isTurnOrEnd).isPresent());
      var state = game.state().orElseThrow();
      if (state.isFinished()) return false;
      next = state;
      return true;
    }

    private boolean isTurnOrEnd(GameState state) {
      boolean mayAct = !state.legalActions().isEmpty();
      return state.isFinished() || (state.eventId() > last && mayAct);
    }

    @Override
    public GameState next() {
      if (!hasNext() || next == null) throw new NoSuchElementException("the game is over");
      var turn = next;
      next = null;
      last = turn.eventId();
      return turn;
    }
  }

  /**
   * Sends an action. Returns the reply once the server has committed it, however often the
   * connection breaks in between.
   *
   * @throws Refused if the server refuses; the game is unchanged
   * @throws SessionClosed if the session ended first
   */
  public JsonNode act(JsonNode action) {
    var message = Json.object();
    message.set("action", action);
    return send("game:action", message);
  }

  /**
   * Sends an action for one version of the game; otherwise like {@link #act(JsonNode)}.
   *
   * @param expectedEventId the server refuses with {@code stale_version} at any other version
   */
  public JsonNode act(JsonNode action, long expectedEventId) {
    var message = Json.object().put("expected_event_id", expectedEventId);
    message.set("action", action);
    return send("game:action", message);
  }

  /** Resigns the game; otherwise like {@link #act(JsonNode)}. */
  public JsonNode resign() {
    return send("game:resign", Json.object());
  }

  private JsonNode send(String event, ObjectNode message) {
    // The same id each time: the server carries it out once and repeats its first reply.
    message.put("message_id", UUID.randomUUID().toString()).put("game_id", gameId);
    int refusals = 0;
    int losses = 0;
    while (true) {
      try {
        return game.request(event, message);
      } catch (NoReply lost) {
        pause(losses++);
      } catch (Refused refused) {
        if (!refused.isTemporary() || ++refusals >= MAX_ATTEMPTS) throw refused;
        pause(refusals);
      }
    }
  }

  private static void pause(int attempt) {
    LockSupport.parkNanos(JoinedGame.backoff(attempt) * 1_000_000);
  }

  /** Closes the connection. The game goes on. */
  @Override
  public void close() {
    game.leave();
  }
}
