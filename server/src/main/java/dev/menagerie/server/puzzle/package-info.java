/**
 * The daily puzzle: which one a day has, tries that are played over the rules, and who has solved
 * it.
 */
@NullMarked
package dev.menagerie.server.puzzle;

import org.jspecify.annotations.NullMarked;
