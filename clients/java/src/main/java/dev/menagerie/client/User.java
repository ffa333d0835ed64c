package dev.menagerie.client;

/**
 * Somebody who is signed in.
 *
 * @param id opaque
 * @param name what others see
 */
public record User(String id, String name) {}
