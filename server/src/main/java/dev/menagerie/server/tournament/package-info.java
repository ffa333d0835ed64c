/**
 * Tournaments: registration, rounds, results. A tournament is a value that pure steps change; it is
 * stored whole, in one transaction with what a step takes and plans, and driven by whichever node
 * is alive.
 */
@NullMarked
package dev.menagerie.server.tournament;

import org.jspecify.annotations.NullMarked;
