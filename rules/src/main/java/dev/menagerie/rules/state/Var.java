package dev.menagerie.rules.state;

import java.util.List;

/** Something a running program keeps under a name: Pokémon, cards or a number. */
public record Var(String name, List<Integer> values) {}
