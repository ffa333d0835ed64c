package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;

/** Everything a game begins with. The decks have been checked before. */
public record GameSetup(
    RulesConfig rules, Catalog catalog, DeckList first, DeckList second, Seed seed) {}
