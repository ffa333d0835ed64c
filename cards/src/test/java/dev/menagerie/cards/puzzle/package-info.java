@NullMarked
package dev.menagerie.cards.puzzle;

import org.jspecify.annotations.NullMarked;
