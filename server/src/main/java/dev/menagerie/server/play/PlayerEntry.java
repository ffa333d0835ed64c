package dev.menagerie.server.play;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * The player of a seat, with name and deck.
 *
 * @param bot the kind of bot that plays this seat; absent: a person
 */
public record PlayerEntry(
    UserId user, String name, String deckName, DeckList deck, Optional<String> bot) {}
