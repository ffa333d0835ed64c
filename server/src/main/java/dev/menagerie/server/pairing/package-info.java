/**
 * Pairings and standings of a tournament: Swiss rounds, elimination brackets, standings. Pure
 * functions of what has happened so far; nothing here reads, waits or draws lots.
 */
@NullMarked
package dev.menagerie.server.pairing;

import org.jspecify.annotations.NullMarked;
