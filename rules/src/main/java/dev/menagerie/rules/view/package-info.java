/**
 * The information of one viewer: redacted states and events, opaque ids, wire actions. Never
 * changes a game.
 */
@NullMarked
package dev.menagerie.rules.view;

import org.jspecify.annotations.NullMarked;
