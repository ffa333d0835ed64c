/**
 * Draws the pictures of link previews, without fonts and without libraries: cards, and a sign for
 * what the link leads to. Nothing here knows of games.
 */
@NullMarked
package dev.menagerie.server.preview;

import org.jspecify.annotations.NullMarked;
