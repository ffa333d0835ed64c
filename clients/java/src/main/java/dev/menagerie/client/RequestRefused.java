package dev.menagerie.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A REST call was refused. */
public final class RequestRefused extends Refused {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<BrokenRule> brokenRules;
  private final transient Optional<Duration> retryAfter;

  /**
   * One rule that a deck, house rules or a request break.
   *
   * @param path where, such as {@code $.cards[1]}
   * @param message one sentence for people
   */
  public record BrokenRule(String path, String message) {}

  RequestRefused(int status, JsonNode problem, Optional<Duration> retryAfter) {
    super(
        problem.path("code").asString(status == 404 ? "not_found" : "internal"),
        problem.path("detail").asString(problem.path("title").asString("")),
        problem.path("details"));
    this.status = status;
    this.brokenRules = Json.list(problem.path("errors"), RequestRefused::brokenRule);
    this.retryAfter = retryAfter;
  }

  private static BrokenRule brokenRule(JsonNode error) {
    return new BrokenRule(error.path("path").asString(""), error.path("message").asString(""));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Everything that was wrong at once. */
  public List<BrokenRule> brokenRules() {
    return brokenRules;
  }

  /** How long to wait before the next attempt, where the server says it. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
