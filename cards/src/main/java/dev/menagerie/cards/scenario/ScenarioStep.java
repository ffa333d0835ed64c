package dev.menagerie.cards.scenario;

import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One step of a scenario: somebody does something, then something must be true. Either may be
 * missing.
 *
 * @param player who acts, and from whom places are seen; absent: whoever is to act
 * @param action what is done
 * @param refusal what the rules must answer
 * @param expect paths into the state with what must be there
 * @param legal actions the rules must accept now
 * @param notLegal actions the rules must refuse now
 */
record ScenarioStep(
    int number,
    Optional<Seat> player,
    Optional<JsonNode> action,
    Refusal refusal,
    Map<String, JsonNode> expect,
    List<Possible> legal,
    List<Possible> notLegal) {

  /**
   * Something that may or may not be done now.
   *
   * @param player who would do it; absent: whoever is to act
   */
  record Possible(Optional<Seat> player, JsonNode action) {}

  /** Whether an action must be refused, and why. */
  sealed interface Refusal {
    /** It must be accepted. */
    record None() implements Refusal {}

    record ForAnyReason() implements Refusal {}

    /**
     * @param reason the rejection's name, such as {@code cost_not_paid}
     */
    record Because(String reason) implements Refusal {}
  }
}
