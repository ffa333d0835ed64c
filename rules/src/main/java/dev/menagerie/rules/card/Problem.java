package dev.menagerie.rules.card;

/** Something wrong in what a person wrote: where, and what. */
public record Problem(String path, String message) {}
