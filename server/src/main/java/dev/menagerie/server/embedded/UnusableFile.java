package dev.menagerie.server.embedded;

import java.io.IOException;

/** A file or directory that the server needs cannot be used; the message names it and says why. */
public final class UnusableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableFile(String what, IOException cause) {
    super(what + " (" + cause + ")", cause);
  }
}
