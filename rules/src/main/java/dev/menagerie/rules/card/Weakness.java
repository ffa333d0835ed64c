package dev.menagerie.rules.card;

/** A Pokémon's weakness; how much it adds is the game's house rule. */
public record Weakness(EnergyType type) {}
