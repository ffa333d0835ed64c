package dev.menagerie.server.auth;

import java.time.Instant;

/**
 * The session that a good access token proves.
 *
 * @param id of the session, which lives longer than the token
 * @param expiresAt when the token expires
 */
public record Session(User user, String id, Instant expiresAt) {}
