/**
 * The campaign: a ladder of house opponents that are unlocked in order. Progress is written by the
 * transaction that ends a game.
 */
@NullMarked
package dev.menagerie.server.campaign;

import org.jspecify.annotations.NullMarked;
