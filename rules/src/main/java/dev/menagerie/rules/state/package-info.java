/**
 * The state of a game at one moment, and the events that are the only way from one moment to the
 * next. Decides nothing.
 */
@NullMarked
package dev.menagerie.rules.state;

import org.jspecify.annotations.NullMarked;
