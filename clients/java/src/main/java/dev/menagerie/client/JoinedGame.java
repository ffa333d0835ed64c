package dev.menagerie.client;

import dev.menagerie.client.Connection.NoReply;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a game joined over connections that break, on a thread of its own. Thread safe. */
final class JoinedGame {
  private static final System.Logger LOG = System.getLogger(JoinedGame.class.getPackageName());

  /** After these the session does not come back. */
  private static final List<String> FINAL =
      List.of("replaced", "logged_out", "banned", "busy", "flood");

  private static final long FIRST_BACKOFF_MILLIS = 250;
  private static final long LONGEST_BACKOFF_MILLIS = 8_000;

  /** How often the session looks for a renewed token. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final RestClient rest;
  private final String gameId;
  private final boolean plays;
  private final SessionOptions options;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ExecutorService listening =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("menagerie-events").factory());
  private final List<SessionEvents> listeners = new CopyOnWriteArrayList<>();
  private final GameMessages game = new GameMessages(this::tell);
  private @Nullable Connection connection;
  private boolean joined;
  private @Nullable SessionClosed closed;

  JoinedGame(RestClient rest, String gameId, boolean plays, SessionOptions options) {
    this.rest = rest;
    this.gameId = gameId;
    this.plays = plays;
    this.options = options;
    Thread.ofVirtual().name("menagerie-session").start(this::run);
  }

  void listen(SessionEvents events) {
    listeners.add(events);
  }

  Optional<GameState> state() {
    return locked(game::state);
  }

  boolean isJoined() {
    return locked(() -> joined);
  }

  /** Waits until the condition holds, or the session has ended: then it throws. */
  void await(BooleanSupplier condition) {
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (closed != null) throw closed.again();
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionClosed("interrupted", "The calling thread was interrupted.");
    } finally {
      lock.unlock();
    }
  }

  /** Sends a message of this game once it is joined, and waits for the reply. */
  JsonNode request(String event, JsonNode message) throws NoReply {
    await(() -> joined);
    var current = locked(() -> connection);
    if (current == null) throw new NoReply("there is no connection");
    try {
      return current.request(event, message, this::onReply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionClosed("interrupted", "The calling thread was interrupted.");
    }
  }

  void leave() {
    var current = locked(() -> joined ? connection : null);
    if (current != null) {
      current.send("game:leave", Json.object().put("game_id", gameId));
    }
    end("left", "You have left the table.");
  }

  // ---- the session's thread ----

  private void run() {
    int attempt = 0;
    boolean tokenWasRefused = false;
    while (locked(() -> closed) == null) {
      try {
        attempt = staysConnected() ? 0 : attempt;
        tokenWasRefused = false;
      } catch (RequestRefused signedOut) {
        end("unauthenticated", "Sign in again.");
      } catch (Refused refused) {
        boolean token = refused.code().equals("unauthenticated");
        if (token ? tokenWasRefused : !refused.isTemporary()) {
          end(refused.code(), String.valueOf(refused.getMessage()));
        }
        tokenWasRefused = token;
      } catch (Unreachable away) {
        LOG.log(Level.DEBUG, "the server is away", away);
      } catch (RuntimeException | InterruptedException ours) {
        // A mistake of ours must end the session, not leave it silent.
        LOG.log(Level.ERROR, "the session failed", ours);
        end("internal", "The client failed; see the log.");
      }
      pause(Duration.ofMillis(backoff(attempt++)));
    }
    locked(() -> {
      listening.shutdown();
      return true;
    });
  }

  static long backoff(int attempt) {
    return Math.min(FIRST_BACKOFF_MILLIS << Math.min(attempt, 5), LONGEST_BACKOFF_MILLIS);
  }

  private void pause(Duration time) {
    lock.lock();
    try {
      joined = false;
      changed.signalAll();
      long left = time.toNanos();
      while (closed == null && left > 0) left = changed.awaitNanos(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Connects, joins, and stays until the connection breaks; false: it was never there. */
  private boolean staysConnected() throws InterruptedException {
    var token = rest.accessToken().orElse("");
    try (var made = new Connection(rest.url(), token, this::onMessage, this::signal)) {
      locked(() -> connection = made);
      try {
        made.open();
      } catch (Refused refused) {
        if (refused.code().equals("unauthenticated")) rest.tokenOtherThan(token);
        throw refused;
      }
      join(made);
      stay(made, token);
      return true;
    } catch (NoReply none) {
      return false;
    }
  }

  private void stay(Connection made, String firstToken) throws NoReply, InterruptedException {
    var token = firstToken;
    while (!made.isOver() && locked(() -> closed) == null) {
      if (locked(game::takeLostTrack)) join(made);
      var newer = rest.accessToken().orElse(token);
      if (!newer.equals(token)) {
        token = newer;
        made.send("auth:refresh", Json.object().put("token", newer));
      }
      lock.lock();
      try {
        if (!made.isOver() && closed == null) {
          changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void join(Connection made) throws NoReply, InterruptedException {
    var message = Json.object();
    message.put("message_id", UUID.randomUUID().toString()).put("game_id", gameId);
    message.put("sync", options.sync().name().toLowerCase(Locale.ROOT));
    message.put("events", options.events()).put("legal_actions", options.legalActions());
    locked(
            () -> {
              joined = false;
              return game.state();
            })
        .ifPresent(state -> resumeFrom(state, message));
    made.request(plays ? "game:join" : "game:spectate", message, _ -> locked(() -> joined = true));
  }

  private static void resumeFrom(GameState state, ObjectNode message) {
    message.put("last_event_id", state.eventId()).put("epoch", state.epoch());
  }

  // ---- the thread of the Socket.IO client ----

  private void onMessage(String event, JsonNode message) {
    if (event.equals("session:closed")) {
      var code = message.path("code").asString("");
      if (FINAL.contains(code)) end(code, message.path("message").asString(""));
      return;
    }
    // Before the reply to the join, messages belong to a subscription the server made by itself.
    locked(() -> {
      if (joined && message.path("game_id").asString(gameId).equals(gameId)) {
        game.receive(event, message);
      }
      return true;
    });
  }

  private void onReply(JsonNode reply) {
    locked(() -> {
      game.replied(reply);
      return true;
    });
  }

  private void signal() {
    locked(() -> joined = false);
  }

  private void end(String code, String message) {
    // Queued with the lock held: the listeners' thread ends after the session.
    locked(() -> {
      if (closed != null) return false;
      closed = new SessionClosed(code, message);
      joined = false;
      tell(events -> events.closed(code, message));
      return true;
    });
  }

  private void tell(Consumer<SessionEvents> what) {
    for (var listener : listeners) {
      listening.execute(() -> {
        try {
          what.accept(listener);
        } catch (RuntimeException failure) {
          LOG.log(Level.ERROR, "a listener failed", failure);
        }
      });
    }
  }

  /** Does something with the lock held, and wakes those who wait for a change. */
  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }
}
