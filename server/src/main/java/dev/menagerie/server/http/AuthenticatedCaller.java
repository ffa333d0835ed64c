package dev.menagerie.server.http;

/**
 * An authenticated caller.
 *
 * @param session the sign-in the token belongs to
 */
public record AuthenticatedCaller(String userId, String name, String session) {}
