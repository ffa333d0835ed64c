package dev.menagerie.rules.card;

/** A Pokémon's resistance; how much it takes off is the game's house rule. */
public record Resistance(EnergyType type) {}
