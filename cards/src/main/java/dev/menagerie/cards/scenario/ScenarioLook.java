package dev.menagerie.cards.scenario;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A scenario after some of its steps.
 *
 * @param steps how many the file has
 * @param done how many were made, up to a failing one
 * @param failure why the scenario does not pass, as far as it was played
 * @param state the whole state with nothing hidden, as {@code expect} reads it; absent where the
 *     file cannot be played
 */
public record ScenarioLook(
    String name, int steps, int done, Optional<String> failure, Optional<JsonNode> state) {}
