/**
 * What users are to each other: friends, blocked users, recent opponents, and who is found by name.
 * It knows no store by name.
 */
@NullMarked
package dev.menagerie.server.players;

import org.jspecify.annotations.NullMarked;
