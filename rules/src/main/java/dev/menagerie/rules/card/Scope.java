package dev.menagerie.rules.card;

import java.util.Optional;

/**
 * Whom a continuous ability touches, seen from its controller; a static about a player reads {@code
 * of} alone.
 */
public record Scope(Player of, Optional<Place> at, Optional<Filter> where) {}
