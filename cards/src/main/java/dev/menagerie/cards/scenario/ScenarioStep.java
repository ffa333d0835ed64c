package dev.menagerie.cards.scenario;

import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One step of a scenario: an action, an expectation, or both.
 *
 * @param player who acts, and from whose side places are named; absent: the player to act
 * @param action the action
 * @param refusal the refusal that the rules must answer
 * @param expect paths into the state with their expected values
 * @param legal actions that the rules must accept now
 * @param notLegal actions that the rules must refuse now
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
   * An action that is tried without effect.
   *
   * @param player who would act; absent: the player to act
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
