/** Tests of what is written down before a game: card. */
@NullMarked
package dev.menagerie.rules.card;

import org.jspecify.annotations.NullMarked;
