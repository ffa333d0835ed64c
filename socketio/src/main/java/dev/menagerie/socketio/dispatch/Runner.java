package dev.menagerie.socketio.dispatch;

import dev.menagerie.socketio.engineio.SerialExecutor;
import java.util.concurrent.Executor;

/** Drains mailboxes. Any thread, unless a method says otherwise. */
public interface Runner {
  /** Runs the mailbox soon. */
  void run(Mailbox mailbox);

  /**
   * Runs the mailbox after the loop has read what has arrived, together with the other mailboxes
   * that got input. On the loop.
   */
  void runAfterReading(Mailbox mailbox, SerialExecutor executor);

  /** Runs each mailbox on the executor. */
  static Runner of(Executor executor) {
    return new Runner() {
      @Override
      public void run(Mailbox mailbox) {
        executor.execute(mailbox);
      }

      @Override
      public void runAfterReading(Mailbox mailbox, SerialExecutor executor) {
        executor.execute(mailbox);
      }
    };
  }
}
