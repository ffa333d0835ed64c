package dev.menagerie.server.archive;

import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import java.time.Duration;
import java.time.Instant;

/** A finished game as a list shows it. */
public record FinishedSummary(
    GameId game,
    GameIndexEntry indexEntry,
    long version,
    Ending ending,
    Instant startedAt,
    Instant endedAt,
    Duration duration) {}
