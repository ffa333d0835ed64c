/**
 * Finding opponents: queues, tickets, pairs. Who is paired with whom is a pure function; a pair is
 * one row that is written with both tickets, and its game is started by whichever node is alive.
 */
@NullMarked
package dev.menagerie.server.matchmaking;

import org.jspecify.annotations.NullMarked;
