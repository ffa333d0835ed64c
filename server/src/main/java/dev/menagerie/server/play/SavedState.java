package dev.menagerie.server.play;

import dev.menagerie.rules.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The content of a checkpoint, without the game's header. */
record SavedState(
    List<PlayerEntry> players, Optional<Instant> startedAt, Optional<Snapshot> state) {}
