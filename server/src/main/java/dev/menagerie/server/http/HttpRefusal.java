package dev.menagerie.server.http;

import dev.menagerie.codec.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends a call with a problem document. Nothing was changed by the call. */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<Problem> errors;
  private final transient Map<String, Object> details;
  private final transient Optional<Duration> retryAfter;

  private HttpRefusal(
      ProblemKind kind,
      String detail,
      List<Problem> errors,
      Map<String, Object> details,
      Optional<Duration> retryAfter) {
    super(detail, null, false, false); // an answer, not a fault: no stack trace
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.details = Map.copyOf(details);
    this.retryAfter = retryAfter;
  }

  public static HttpRefusal of(ProblemKind kind) {
    return of(kind, kind.title());
  }

  /**
   * @param detail one sentence for people, without anything secret
   */
  public static HttpRefusal of(ProblemKind kind, String detail) {
    return new HttpRefusal(kind, detail, List.of(), Map.of(), Optional.empty());
  }

  /** A refusal of several parts, each with its place in the body. */
  public static HttpRefusal of(ProblemKind kind, String detail, List<Problem> errors) {
    return new HttpRefusal(kind, detail, errors, Map.of(), Optional.empty());
  }

  /** For {@code orElseThrow}. */
  public static Supplier<HttpRefusal> because(ProblemKind kind) {
    return () -> of(kind);
  }

  /** The same refusal with facts for programs. */
  public HttpRefusal with(Map<String, Object> facts) {
    return new HttpRefusal(kind, detail(), errors, facts, retryAfter);
  }

  /** The same refusal with the time after which a repeat may succeed. */
  public HttpRefusal retryAfter(Duration wait) {
    return new HttpRefusal(kind, detail(), errors, details, Optional.of(wait));
  }

  public ProblemKind kind() {
    return kind;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Problem> errors() {
    return errors;
  }

  public Map<String, Object> details() {
    return details;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
