package dev.menagerie.server.game;

import java.time.Instant;
import java.util.Optional;

/**
 * An unfinished game as of its last checkpoint.
 *
 * @param startedAt when the second seat was taken
 */
public record ActiveGame(
    GameId game,
    Standing standing,
    int epoch,
    long version,
    Instant createdAt,
    Optional<Instant> startedAt,
    Instant updatedAt,
    Optional<Instant> turnDeadline) {}
