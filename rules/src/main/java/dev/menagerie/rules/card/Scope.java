package dev.menagerie.rules.card;

import java.util.Optional;

/**
 * The targets of a continuous ability, relative to its controller; a static about a player uses
 * {@code of} alone.
 */
public record Scope(Player of, Optional<Place> at, Optional<Filter> where) {}
