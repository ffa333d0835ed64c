package dev.menagerie.client;

/** The server gave no response over REST. */
public final class Unreachable extends ClientException {
  private static final long serialVersionUID = 1L;

  Unreachable(String call, Throwable cause) {
    super(call + ": no response", cause);
  }
}
