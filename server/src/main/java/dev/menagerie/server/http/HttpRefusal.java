package dev.menagerie.server.http;

import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends a call with a problem document. Nothing was changed by the call. */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<JsonProblem> errors;
  private final transient Optional<RawJson> details;
  private final transient Optional<Duration> retryAfter;

  private HttpRefusal(
      ProblemKind kind,
      String detail,
      List<JsonProblem> errors,
      Optional<RawJson> details,
      Optional<Duration> retryAfter) {
    super(detail, null, false, false); // a response, not a fault: no stack trace
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.details = details;
    this.retryAfter = retryAfter;
  }

  /** A refusal whose detail is the title of its kind. */
  public static HttpRefusal of(ProblemKind kind) {
    return of(kind, kind.title());
  }

  /**
   * @param detail one sentence for people, without anything secret
   */
  public static HttpRefusal of(ProblemKind kind, String detail) {
    return new HttpRefusal(kind, detail, List.of(), Optional.empty(), Optional.empty());
  }

  /** A refusal of several parts, each with its place in the body. */
  public static HttpRefusal of(ProblemKind kind, String detail, List<JsonProblem> errors) {
    return new HttpRefusal(kind, detail, errors, Optional.empty(), Optional.empty());
  }

  /** For {@code orElseThrow}. */
  public static Supplier<HttpRefusal> because(ProblemKind kind) {
    return () -> of(kind);
  }

  /** The refusal of a socket message, as a problem document. */
  public static HttpRefusal of(Refusal refusal) {
    return new HttpRefusal(
        ProblemKind.of(refusal.code()),
        refusal.message(),
        List.of(),
        Optional.of(refusal.details()),
        Optional.empty());
  }

  /** The same refusal with facts for programs. */
  public HttpRefusal with(Map<String, ?> facts) {
    return new HttpRefusal(kind, detail(), errors, Optional.of(RawJson.of(facts)), retryAfter);
  }

  /** The same refusal with the time after which a repeat may succeed. */
  public HttpRefusal retryAfter(Duration wait) {
    return new HttpRefusal(kind, detail(), errors, details, Optional.of(wait));
  }

  /** Its kind. */
  public ProblemKind kind() {
    return kind;
  }

  /** One sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Everything wrong with the body, each with its place. */
  public List<JsonProblem> errors() {
    return errors;
  }

  /** Facts for programs. */
  public Optional<RawJson> details() {
    return details;
  }

  /** After which a repeat may succeed. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
