package dev.menagerie.server.chat;

/** The house's filter gives no usable answer; its message says why, without what was written. */
public final class ChatFilterUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  ChatFilterUnavailable(String message) {
    super(message);
  }

  ChatFilterUnavailable(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
