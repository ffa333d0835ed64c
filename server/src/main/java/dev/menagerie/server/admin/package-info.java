/**
 * What operators look up and do, over the management address: games and their timelines, players'
 * sign-ins, whether this node takes new games. Hidden cards and seeds are in no answer about a
 * running game but those for developers of cards.
 */
@NullMarked
package dev.menagerie.server.admin;

import org.jspecify.annotations.NullMarked;
