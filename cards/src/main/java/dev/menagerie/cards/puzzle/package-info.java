/**
 * Puzzles: positions, each with one shortest line that wins within the turn whatever chance and the
 * opponent do. A puzzle is a scenario whose steps are the solution.
 */
@NullMarked
package dev.menagerie.cards.puzzle;

import org.jspecify.annotations.NullMarked;
