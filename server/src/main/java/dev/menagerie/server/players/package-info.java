/**
 * What users are to each other: friends, blocked and muted users, recent opponents, whom they
 * report, and who is found by name. It knows no store by name.
 */
@NullMarked
package dev.menagerie.server.players;

import org.jspecify.annotations.NullMarked;
