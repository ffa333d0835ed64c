/**
 * What operators look up and do, over the management address: games and their timelines, players'
 * sign-ins, whether this node takes new games. Hidden cards and seeds are no part of any answer.
 */
@NullMarked
package dev.menagerie.server.admin;

import org.jspecify.annotations.NullMarked;
