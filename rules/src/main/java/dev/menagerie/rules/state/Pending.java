package dev.menagerie.rules.state;

import java.util.List;

/**
 * A choice the game waits for.
 *
 * @param number tells this choice from every other of the game
 * @param options instances, serials, numbers or places of {@code labels}, as {@code kind} says
 * @param labels names for the options where they have no other
 * @param worth how many energies the chosen cards must provide together; 0: no such demand
 */
public record Pending(
    int number,
    Seat seat,
    ChoiceKind kind,
    int min,
    int max,
    List<Integer> options,
    List<String> labels,
    String prompt,
    int worth) {}
