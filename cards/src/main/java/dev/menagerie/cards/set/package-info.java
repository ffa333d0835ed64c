/**
 * Card sets as files: read strictly, checked whole, every problem with its file and path. Knows no
 * deck and no game.
 */
@NullMarked
package dev.menagerie.cards.set;

import org.jspecify.annotations.NullMarked;
