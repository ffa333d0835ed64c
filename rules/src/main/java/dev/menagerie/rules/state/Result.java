package dev.menagerie.rules.state;

import java.util.Optional;

/** How a game ended; without a winner it is a tie. */
public record Result(Optional<Seat> winner, EndReason reason) {}
