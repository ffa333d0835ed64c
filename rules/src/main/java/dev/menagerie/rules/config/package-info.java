/** The house rules of one game: every field and its bounds. Knows no card and no game. */
@NullMarked
package dev.menagerie.rules.config;

import org.jspecify.annotations.NullMarked;
