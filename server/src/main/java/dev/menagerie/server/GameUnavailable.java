package dev.menagerie.server;

import dev.menagerie.codec.InvalidJson;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A game cannot be loaded here. The game is unchanged: a server that has what is missing can
 * continue it, and the edge answers {@code unavailable}.
 */
public final class GameUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What this server lacks. */
  public enum Reason {
    /** Its cards are missing or have changed. */
    CARDS("This server does not have the cards of this game."),
    /** A newer version has stored what this one does not know (ADR 0031). */
    VERSION("This server is of an older version than this game.");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    /** What players are told. */
    public String message() {
      return message;
    }

    /** Facts for programs; which cards is not among them, they may be the opponent's. */
    public Map<String, String> details() {
      return Map.of("reason", name().toLowerCase(Locale.ROOT));
    }
  }

  private final Reason reason;

  private GameUnavailable(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /**
   * Its cards are not here as they were.
   *
   * @param why names the cards, for the operator
   */
  public static GameUnavailable cards(RuntimeException why) {
    return new GameUnavailable(Reason.CARDS, String.valueOf(why.getMessage()), why);
  }

  /** What is stored of it is not known here; says where, and not what, which may be hidden. */
  public static GameUnavailable version(InvalidJson unknown) {
    return new GameUnavailable(
        Reason.VERSION,
        "it was stored by a newer version: " + unknown.problems().getFirst().path(),
        null);
  }

  /** What this server lacks. */
  public Reason reason() {
    return reason;
  }
}
