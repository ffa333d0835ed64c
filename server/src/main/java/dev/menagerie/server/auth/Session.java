package dev.menagerie.server.auth;

import java.time.Instant;

/** A user's proven presence: what a good access token stands for. */
public record Session(User user, String id, Instant expiresAt) {}
