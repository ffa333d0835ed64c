package dev.menagerie.socketio.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pings one session and closes it when a ping is not answered. On the executor. */
final class Heartbeat {
  private final EngineSession session;
  private boolean awaitingPong;
  private SerialExecutor.@Nullable Timer timer;

  Heartbeat(EngineSession session) {
    this.session = session;
  }

  /** Starts, or restarts, the interval. */
  void start() {
    arm(session.executor());
  }

  /** Restarts the interval on another executor. */
  void moveTo(SerialExecutor home) {
    stop();
    arm(home);
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void arm(SerialExecutor executor) {
    EngineSettings settings = session.settings();
    Duration delay = awaitingPong ? settings.pingTimeout() : settings.pingInterval();
    timer = executor.schedule(() -> session.onExecutor(this::due), delay);
  }

  private void due() {
    if (session.ended() != null) {
      return;
    }
    if (!awaitingPong) {
      awaitingPong = true;
      session.send(EncodedPacket.PING);
      start();
    } else if (session.isPaused()) { // its pong may be waiting behind what we refuse to read
      start();
    } else {
      session.closeNow(CloseReason.PING_TIMEOUT);
    }
  }

  /** The client answered. Unasked for it is a sign of life, but does not put off the next ping. */
  void pong() {
    if (awaitingPong) {
      awaitingPong = false;
      stop();
      start();
    }
  }
}
