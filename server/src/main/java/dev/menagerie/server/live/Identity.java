package dev.menagerie.server.live;

import dev.menagerie.server.game.UserId;
import java.time.Instant;

/**
 * The user that a token proves.
 *
 * @param session the sign-in behind the token
 * @param expiresAt when the token expires
 */
public record Identity(UserId user, String name, String session, Instant expiresAt) {}
