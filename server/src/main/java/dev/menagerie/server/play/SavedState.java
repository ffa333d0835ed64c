package dev.menagerie.server.play;

import dev.menagerie.rules.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a checkpoint holds of a game besides its header. */
record SavedState(
    List<PlayerEntry> players, Optional<Instant> startedAt, Optional<Snapshot> state) {}
