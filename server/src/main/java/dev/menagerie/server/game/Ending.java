package dev.menagerie.server.game;

import java.util.Optional;

/** That a commit is a game's last one; nothing is committed after it. */
public record Ending(String reason, Optional<UserId> winner) {}
