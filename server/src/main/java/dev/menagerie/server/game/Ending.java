package dev.menagerie.server.game;

import java.util.Optional;

/** The end of a game; no commit follows it. */
public record Ending(String reason, Optional<UserId> winner) {}
