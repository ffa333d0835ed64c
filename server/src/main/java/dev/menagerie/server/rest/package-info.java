/**
 * The {@code /games} calls: what a client asks for before and after play, in terms of the game
 * service. Nothing here decides anything about a game.
 */
@NullMarked
package dev.menagerie.server.rest;

import org.jspecify.annotations.NullMarked;
