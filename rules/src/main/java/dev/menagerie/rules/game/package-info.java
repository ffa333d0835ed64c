/**
 * Decides: a state and a command give events and the next state, or a refusal. Chance comes in as
 * an argument.
 */
@NullMarked
package dev.menagerie.rules.game;

import org.jspecify.annotations.NullMarked;
