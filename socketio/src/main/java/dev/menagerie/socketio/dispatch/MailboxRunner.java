package dev.menagerie.socketio.dispatch;

import dev.menagerie.socketio.engineio.SerialExecutor;
import java.util.concurrent.Executor;

/** Drains mailboxes. Any thread, unless a method says otherwise. */
public interface MailboxRunner {
  /** Runs the mailbox soon, on a thread that may block. */
  void run(Mailbox mailbox);

  /** Runs a mailbox that has just received input. Called on the loop that read the input. */
  void runAfterReading(Mailbox mailbox, SerialExecutor loop);

  /** Runs each mailbox on the executor, with everything its handlers do. */
  static MailboxRunner of(Executor executor) {
    return new MailboxRunner() {
      @Override
      public void run(Mailbox mailbox) {
        executor.execute(mailbox);
      }

      @Override
      public void runAfterReading(Mailbox mailbox, SerialExecutor loop) {
        executor.execute(mailbox);
      }
    };
  }
}
