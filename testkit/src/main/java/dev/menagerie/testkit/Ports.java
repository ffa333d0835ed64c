package dev.menagerie.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for the servers of tests. */
public final class Ports {
  /** Most systems give outgoing connections the ports from 32768 or 49152 on. */
  private static final int FIRST = 10_000;

  private static final int AFTER_LAST = 32_768;
  private static final int MOST_TRIES = 1_000;

  private Ports() {}

  /**
   * A free port that no outgoing connection takes by chance, so a server that was killed can bind
   * it again; another server may still bind it first.
   */
  public static int free() {
    for (int i = 0; i < MOST_TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (isFree(port)) return port;
    }
    throw new IllegalStateException("no free port in " + MOST_TRIES + " tries");
  }

  private static boolean isFree(int port) {
    try (var probe = new ServerSocket(port)) {
      return probe.isBound();
    } catch (IOException e) {
      return false; // taken
    }
  }
}
