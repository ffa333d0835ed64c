package dev.menagerie.socketio;

import dev.menagerie.socketio.dispatch.Mailbox;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.SerialExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Attachments that a client has announced: counted while they wait, and due in time. */
final class AwaitedAttachments {
  private final EngineSession session;
  private final Mailbox mailbox;
  private final Duration timeout;
  private SerialExecutor.@Nullable Timer timer;

  AwaitedAttachments(EngineSession session, Mailbox mailbox, Duration timeout) {
    this.session = session;
    this.mailbox = mailbox;
    this.timeout = timeout;
  }

  /** Counts the bytes of a packet whose rest has not arrived. */
  void await(long bytes) {
    mailbox.retain(bytes);
    if (timer == null) {
      timer = session.schedule(() -> session.close(CloseReason.MESSAGE_TIMEOUT), timeout);
    }
  }

  /** Nothing is awaited any more. */
  void end() {
    if (timer != null) {
      timer.cancel();
      timer = null;
      mailbox.retain(0);
    }
  }
}
