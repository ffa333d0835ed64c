package dev.menagerie.server.rest;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.Limits;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.play.Lobby;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns refusals of the game service into problem documents with the same code and facts. */
public final class RefusalProblems {
  /** The usual time until a full queue has room again. */
  private static final Duration WHEN_BUSY = Duration.ofSeconds(1);

  private RefusalProblems() {}

  static HttpRefusal of(Lobby.Entrance.LimitReached reached) {
    var what =
        switch (reached.limit()) {
          case UNFINISHED -> "You have %d unfinished games: finish or cancel one first";
          case LISTED -> "You have %d listed games that wait: cancel one first";
        };
    return HttpRefusal.of(ProblemKind.LIMIT_REACHED, what.formatted(reached.most()))
        .with(Map.of("most", reached.most()));
  }

  /** The problem document of a refusal. */
  public static HttpRefusal of(Refusal refusal) {
    var kind = ProblemKind.of(refusal.code());
    // One text for all: a game that does not exist and one that is private look the same.
    if (kind.status() == 404) return HttpRefusal.of(kind);
    var facts = new LinkedHashMap<String, Object>();
    List<JsonProblem> errors = List.of();
    var details = Json.tree(refusal.details().utf8(), Limits.DOCUMENT);
    for (Map.Entry<String, tools.jackson.databind.JsonNode> detail : details.properties()) {
      if (detail.getKey().equals("errors")) {
        errors = Json.bindList(detail.getValue(), JsonProblem.class);
      } else {
        facts.put(detail.getKey(), detail.getValue());
      }
    }
    var problem = HttpRefusal.of(kind, refusal.message(), errors);
    if (kind == ProblemKind.BUSY) problem = problem.retryAfter(WHEN_BUSY);
    return facts.isEmpty() ? problem : problem.with(facts);
  }
}
