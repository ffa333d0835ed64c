package dev.menagerie.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports for the servers of tests. */
public final class Ports {
  private Ports() {}

  /** A free port; another process may bind it first. */
  public static int free() {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
