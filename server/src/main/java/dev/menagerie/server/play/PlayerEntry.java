package dev.menagerie.server.play;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * Who plays, and with what.
 *
 * @param bot the kind of bot that plays this seat; absent: a person
 */
public record PlayerEntry(
    UserId user, String name, String deckName, DeckList deck, Optional<String> bot) {}
