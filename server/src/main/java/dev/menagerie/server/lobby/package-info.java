/**
 * Meeting other players: messages about invitations, and listed games whose creators are gone. It
 * decides on records and asks {@code play}; it knows no store by name.
 */
@NullMarked
package dev.menagerie.server.lobby;

import org.jspecify.annotations.NullMarked;
