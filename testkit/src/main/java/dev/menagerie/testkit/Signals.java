package dev.menagerie.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes, by name; Java itself can send two. */
public final class Signals {
  private Signals() {}

  /**
   * Sends a signal to a living process.
   *
   * @param name without {@code SIG}, such as {@code STOP}
   */
  public static void send(long pid, String name) {
    try {
      int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
      if (exit != 0) throw new IllegalStateException("no process " + pid + " for SIG" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
