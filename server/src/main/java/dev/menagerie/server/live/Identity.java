package dev.menagerie.server.live;

import dev.menagerie.server.game.UserId;
import java.time.Instant;

/** Who a token says its bearer is, and until when. */
public record Identity(UserId user, String name, Instant expiresAt) {}
