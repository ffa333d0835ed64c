package dev.menagerie.socketio.engineio;

import org.jspecify.annotations.Nullable;

/**
 * The WebSocket that asks to take over a polling session, if one does: at most one at a time, in
 * limited time, and only after a probe. On the lane.
 */
@SuppressWarnings("ReferenceEquality") // a transport is this one or another one
final class Upgrade {
  private static final byte[] PROBE = {'2', 'p', 'r', 'o', 'b', 'e'};
  private static final byte[] UPGRADE = {'5'};

  private final EngineSession session;
  private @Nullable UpgradeTransport candidate;
  private boolean probed;
  private Lane.@Nullable Timer timer;

  Upgrade(EngineSession session) {
    this.session = session;
  }

  /** Whether the candidate has probed: polling is about to end. */
  boolean isProbed() {
    return probed;
  }

  boolean isOf(Transport transport) {
    return candidate == transport;
  }

  void opened(UpgradeTransport socket) {
    if (candidate != null) {
      socket.close(CloseReason.SERVER_CLOSED);
      return;
    }
    candidate = socket;
    timer =
        session
            .lane()
            .schedule(
                () -> session.onLane(() -> abandon(socket)), session.settings().upgradeTimeout());
  }

  /** A text packet of a probing WebSocket, whose lane is this one. */
  void received(UpgradeTransport socket, byte[] packet, Lane home) {
    if (socket != candidate) {
      socket.close(CloseReason.SERVER_CLOSED);
    } else if (!probed && java.util.Arrays.equals(packet, PROBE)) {
      probed = true;
      socket.replyToProbe(Frame.PROBE_REPLY);
      session.probed();
    } else if (probed && java.util.Arrays.equals(packet, UPGRADE)) {
      end();
      session.upgradeTo(socket, home);
    } else {
      abandon(socket);
    }
  }

  private void abandon(UpgradeTransport socket) {
    if (candidate == socket) {
      end();
      socket.close(CloseReason.SERVER_CLOSED);
    }
  }

  /** Nobody asks any more. */
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
