/**
 * Everything kept in Postgres: accounts, decks, the journal of games and their history. Knows SQL
 * and the ports it serves; nothing of sockets or HTTP.
 */
@NullMarked
package dev.menagerie.server.postgres;

import org.jspecify.annotations.NullMarked;
