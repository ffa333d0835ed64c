package dev.menagerie.server.archive;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * An unfinished game as of its last checkpoint.
 *
 * @param startedAt when the second seat was taken
 */
public record ActiveGame(
    GameId game,
    GameIndexEntry indexEntry,
    int epoch,
    long version,
    Instant createdAt,
    Optional<Instant> startedAt,
    Instant updatedAt,
    Optional<Instant> turnDeadline) {}
