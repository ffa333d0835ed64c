/**
 * The printed text of a card, made from its program, so that text and behaviour cannot differ.
 * Knows no game.
 */
@NullMarked
package dev.menagerie.cards.text;

import org.jspecify.annotations.NullMarked;
