/**
 * Finding opponents: queues, tickets, pairs. Pairing is a pure function; a pair is one row that is
 * written with both tickets, and any node that is alive starts its game.
 */
@NullMarked
package dev.menagerie.server.matchmaking;

import org.jspecify.annotations.NullMarked;
