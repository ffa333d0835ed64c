/** Tests of cards as definitions. */
@NullMarked
package dev.menagerie.rules.card;

import org.jspecify.annotations.NullMarked;
