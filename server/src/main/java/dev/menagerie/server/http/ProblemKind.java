package dev.menagerie.server.http;

import dev.menagerie.protocol.ErrorCode;
import java.util.Locale;

/** Everything a request can be refused with: a stable code, its status and its title. */
public enum ProblemKind {
  INVALID_MESSAGE(400, "The request is not what this call takes"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "This is not allowed"),
  NOT_FOUND(404, "There is no such thing, or you may not see it"),
  GAME_NOT_FOUND(404, "There is no such game, or you may not see it"),
  DECK_NOT_FOUND(404, "You have no such deck"),
  METHOD_NOT_ALLOWED(405, "This call does not exist here"),
  NOT_PARTICIPANT(403, "You do not play in this game"),
  GAME_FULL(409, "Both seats are taken"),
  NAME_TAKEN(409, "Somebody else has this name"),
  LIMIT_REACHED(409, "You have as many as you may have"),
  NOT_YOUR_TURN(409, "It is not your turn"),
  STALE_VERSION(409, "The game has moved on"),
  MESSAGE_ID_REUSED(409, "This id was used for something else"),
  IN_PROGRESS(409, "The same request is being worked on"),
  GAME_OVER(409, "The game is over"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  DECK_INVALID(422, "The deck breaks rules"),
  INVALID_ACTION(422, "The rules do not allow this"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL(500, "The server made a mistake"),
  BUSY(503, "The server is at its limit"),
  UNAVAILABLE(503, "A store does not answer");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The same refusal as the sockets say it. */
  public static ProblemKind of(ErrorCode code) {
    return valueOf(code.name());
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
