package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.Lane;
import java.util.concurrent.Executor;

/** Who runs mailboxes, and when. */
interface Runner {
  /** Runs it soon. Any thread. */
  void run(Mailbox mailbox);

  /**
   * Runs it once the lane has read what has arrived by now, together with the others that got
   * something. On the lane.
   */
  void runAfterReading(Mailbox mailbox, Lane lane);

  /** The executor decides. */
  static Runner of(Executor executor) {
    return new Runner() {
      @Override
      public void run(Mailbox mailbox) {
        executor.execute(mailbox);
      }

      @Override
      public void runAfterReading(Mailbox mailbox, Lane lane) {
        executor.execute(mailbox);
      }
    };
  }
}
