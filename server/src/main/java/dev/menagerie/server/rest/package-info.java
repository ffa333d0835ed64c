/**
 * The {@code /games} calls: requests before and after play, passed to the game service. Nothing
 * here decides about a game.
 */
@NullMarked
package dev.menagerie.server.rest;

import org.jspecify.annotations.NullMarked;
