package dev.menagerie.rules.card;

/** One problem in a file: its path and a message. */
public record Problem(String path, String message) {}
