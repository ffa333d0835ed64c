package dev.menagerie.server.http;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.socketio.http.HttpProblem;
import java.util.Locale;

/** Everything a request can be refused with: a stable code, its status and its title. */
public enum ProblemKind {
  INVALID_MESSAGE(400, "The request is not what this call takes"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "This is not allowed"),
  BANNED(403, "An operator has banned you"),
  NOT_FOUND(404, "There is no such thing, or you may not see it"),
  GAME_NOT_FOUND(404, "There is no such game, or you may not see it"),
  DECK_NOT_FOUND(404, "You have no such deck"),
  METHOD_NOT_ALLOWED(405, "This call does not exist here"),
  NOT_PARTICIPANT(403, "You do not play in this game"),
  REQUEST_TIMEOUT(408, "The request did not arrive in time"),
  GAME_FULL(409, "Both seats are taken"),
  NAME_TAKEN(409, "Another user has this name"),
  IDENTITY_TAKEN(409, "This belongs to another user, or you have another one linked"),
  LIMIT_REACHED(409, "You have as many as you may have"),
  NOT_YOUR_TURN(409, "It is not your turn"),
  LOCKED(409, "Beat the opponent before this one first"),
  WRONG_PHASE(409, "The tournament does not allow this at this point"),
  STALE_VERSION(409, "The game has moved on"),
  MESSAGE_ID_REUSED(409, "This id was used for something else"),
  IN_PROGRESS(409, "The same request is being worked on"),
  GAME_OVER(409, "The game is over"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  TARGET_TOO_LONG(414, "The request line is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  EXPECTATION_FAILED(417, "The expectation cannot be met"),
  MISDIRECTED_REQUEST(421, "This host is not served here"),
  DECK_INVALID(422, "The deck breaks rules"),
  INVALID_ACTION(422, "The rules do not allow this"),
  RATE_LIMITED(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "The server made a mistake"),
  TRANSFER_CODING_UNKNOWN(501, "The transfer coding is not known"),
  BUSY(503, "The server is at its limit"),
  UNAVAILABLE(503, "A store does not answer"),
  PROVIDER_UNAVAILABLE(503, "The sign-in provider does not answer"),
  HTTP_VERSION_UNKNOWN(505, "The server speaks HTTP/1.1");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The kind with the same code as on sockets. */
  public static ProblemKind of(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> UNAUTHENTICATED;
      case FORBIDDEN -> FORBIDDEN;
      case INVALID_MESSAGE -> INVALID_MESSAGE;
      case GAME_NOT_FOUND -> GAME_NOT_FOUND;
      case NOT_PARTICIPANT -> NOT_PARTICIPANT;
      case GAME_FULL -> GAME_FULL;
      case DECK_NOT_FOUND -> DECK_NOT_FOUND;
      case DECK_INVALID -> DECK_INVALID;
      case NOT_YOUR_TURN -> NOT_YOUR_TURN;
      case INVALID_ACTION -> INVALID_ACTION;
      case STALE_VERSION -> STALE_VERSION;
      case MESSAGE_ID_REUSED -> MESSAGE_ID_REUSED;
      case GAME_OVER -> GAME_OVER;
      case RATE_LIMITED -> RATE_LIMITED;
      case BUSY -> BUSY;
      case UNAVAILABLE -> UNAVAILABLE;
      case PAYLOAD_TOO_LARGE -> PAYLOAD_TOO_LARGE;
      case INTERNAL -> INTERNAL;
    };
  }

  /** The kind of a refusal that the port makes before a route is asked. */
  static ProblemKind of(HttpProblem problem) {
    return switch (problem) {
      case MALFORMED -> INVALID_MESSAGE;
      case TIMEOUT -> REQUEST_TIMEOUT;
      case BODY_TOO_LARGE -> PAYLOAD_TOO_LARGE;
      case TARGET_TOO_LONG -> TARGET_TOO_LONG;
      case EXPECTATION_FAILED -> EXPECTATION_FAILED;
      case MISDIRECTED -> MISDIRECTED_REQUEST;
      case HEADERS_TOO_LARGE -> HEADERS_TOO_LARGE;
      case FAILED -> INTERNAL;
      case CODING_UNKNOWN -> TRANSFER_CODING_UNKNOWN;
      case BUSY -> BUSY;
      case OVERDUE -> UNAVAILABLE;
      case VERSION_UNKNOWN -> HTTP_VERSION_UNKNOWN;
    };
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** The stable code for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
