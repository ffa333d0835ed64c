/** Many games between decks, counted. Knows bots and rules; prints nothing. */
@NullMarked
package dev.menagerie.bots.simulate;

import org.jspecify.annotations.NullMarked;
