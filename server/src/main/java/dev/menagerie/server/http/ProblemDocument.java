package dev.menagerie.server.http;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.RawJson;
import dev.menagerie.socketio.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An error as RFC 9457 shows it.
 *
 * @param type names the kind of error; the last part is {@code code}
 * @param detail for people; may change
 * @param code for programs; stable
 * @param errors everything wrong with the body, with its place
 * @param details facts for programs, by code
 */
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String code,
    Optional<List<JsonProblem>> errors,
    Optional<RawJson> details) {
  static final String MEDIA_TYPE = "application/problem+json";

  static HttpResponse response(HttpRefusal refusal) {
    var kind = refusal.kind();
    var document =
        new ProblemDocument(
            "urn:menagerie:problem:" + kind.code(),
            kind.title(),
            kind.status(),
            refusal.detail(),
            kind.code(),
            refusal.errors().isEmpty() ? Optional.empty() : Optional.of(refusal.errors()),
            refusal.details());
    var response = HttpResponse.of(kind.status(), MEDIA_TYPE, Json.bytes(document));
    if (kind == ProblemKind.UNAUTHENTICATED) {
      response = response.with("WWW-Authenticate", "Bearer");
    }
    return refusal.retryAfter().isEmpty()
        ? response
        : response.with("Retry-After", wholeSeconds(refusal.retryAfter().get()));
  }

  /** Rounded up, so that a client that waits is not early. */
  private static String wholeSeconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
