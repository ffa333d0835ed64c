package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;

/** A finished game as a list shows it. */
public record FinishedSummary(
    GameId game,
    Standing standing,
    long version,
    Ending ending,
    Instant startedAt,
    Instant endedAt,
    Duration duration) {}
