/**
 * The pictures of cards: drawn from the card's name, type and stage, and from the hints that its
 * author gives. The page draws the same ones.
 */
@NullMarked
package dev.menagerie.cards.picture;

import org.jspecify.annotations.NullMarked;
