package dev.menagerie.socketio.engineio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket that asks to take over a polling session, if one does: at most one at a time, in
 * limited time, and only after a probe. On the session's executor.
 */
@SuppressWarnings("ReferenceEquality") // a transport is this one or another one
public final class Upgrade {
  private static final byte[] PROBE = {'2', 'p', 'r', 'o', 'b', 'e'};
  private static final byte[] UPGRADE = {'5'};

  private final EngineSession session;
  private final EngineServer server;
  private @Nullable UpgradeTransport candidate;
  private boolean probed;
  private SerialExecutor.@Nullable Timer timer;

  Upgrade(EngineSession session, EngineServer server) {
    this.session = session;
    this.server = server;
  }

  /** Whether the candidate has probed: polling is about to end. */
  boolean isProbed() {
    return probed;
  }

  boolean isOf(Transport transport) {
    return candidate == transport;
  }

  /** A WebSocket of this session opened: it may probe, unless another one did or does. */
  public void opened(UpgradeTransport socket) {
    if (session.end().isReached()
        || !(session.transport() instanceof PollingTransport)
        || candidate != null) {
      socket.close(CloseReason.SERVER_CLOSED);
      return;
    }
    candidate = socket;
    timer =
        session
            .executor()
            .schedule(
                () -> session.onExecutor(() -> abandon(socket)),
                session.settings().upgradeTimeout());
  }

  /**
   * A text packet of a probing WebSocket came.
   *
   * @param home the executor of that WebSocket, where the session moves if this completes the
   *     upgrade
   */
  public void received(UpgradeTransport socket, byte[] packet, SerialExecutor home) {
    if (socket != candidate) {
      socket.close(CloseReason.SERVER_CLOSED);
    } else if (!probed && Arrays.equals(packet, PROBE)) {
      probed = true;
      socket.replyToProbe(EncodedPacket.PROBE_REPLY);
      if (session.transport() instanceof PollingTransport polling) {
        polling.endSoonForProbe(); // so that the client may pause polling
      }
    } else if (probed && Arrays.equals(packet, UPGRADE)) {
      end();
      complete(socket, home);
    } else {
      abandon(socket);
    }
  }

  /** The WebSocket takes over. */
  private void complete(UpgradeTransport socket, SerialExecutor home) {
    CloseReason over = session.end().reason();
    if (over != null) {
      session.end().closeAfterUpgrade(socket, home, over);
      return;
    }
    session.input().touch();
    if (session.transport() instanceof PollingTransport polling) {
      polling.retire();
    }
    session.moveTo(socket, home);
    session.handler().upgraded();
    server.listener().upgraded(session);
  }

  private void abandon(UpgradeTransport socket) {
    if (candidate == socket) {
      end();
      socket.close(CloseReason.SERVER_CLOSED);
    }
  }

  /** No WebSocket asks any more. */
  void end() {
    candidate = null;
    probed = false;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** The session is over; so is the candidate. */
  void close(CloseReason reason) {
    UpgradeTransport closing = candidate;
    end();
    if (closing != null) {
      closing.close(reason);
    }
  }
}
