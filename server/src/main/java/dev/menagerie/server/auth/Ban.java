package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user who may not sign in.
 *
 * @param until when they may again; empty: never
 * @param reason in the operator's words, for operators only
 * @param operator the name of the operator
 */
public record Ban(
    UserId user, Optional<Instant> until, String reason, String operator, Instant since) {}
