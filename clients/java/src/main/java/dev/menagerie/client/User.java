package dev.menagerie.client;

/**
 * A signed-in user.
 *
 * @param id opaque
 * @param name what others see
 */
public record User(String id, String name) {}
