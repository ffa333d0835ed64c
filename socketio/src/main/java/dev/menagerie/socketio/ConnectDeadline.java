package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.SerialExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Closes a session whose client is in no namespace for too long. Used on the mailbox. */
final class ConnectDeadline {
  private final EngineSession session;
  private final Memberships memberships;
  private final Duration time;
  private SerialExecutor.@Nullable Timer timer;

  ConnectDeadline(EngineSession session, Memberships memberships, Duration time) {
    this.session = session;
    this.memberships = memberships;
    this.time = time;
  }

  /** Starts the time that the client has. */
  void start() {
    timer = session.schedule(this::expired, time);
  }

  /** Whether the time has been started and not cancelled. */
  boolean isRunning() {
    return timer != null;
  }

  /** The client has joined a namespace, or the session is over. */
  void cancel() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void expired() {
    if (memberships.isEmpty()) {
      session.close(CloseReason.CONNECT_TIMEOUT);
    }
  }
}
