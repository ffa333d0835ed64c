/**
 * What players ask of a game and whether they may: commands, refusals, legality, all legal moves.
 * Asks queries, never the engine.
 */
@NullMarked
package dev.menagerie.rules.command;

import org.jspecify.annotations.NullMarked;
