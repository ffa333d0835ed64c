package dev.menagerie.server.http;

/**
 * Who calls, proven by a token.
 *
 * @param session the sign-in the token belongs to
 */
public record SignedIn(String userId, String name, String session) {}
