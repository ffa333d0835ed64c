/** Free text between the two players of a game, where the house turns it on. */
@NullMarked
package dev.menagerie.server.chat;

import org.jspecify.annotations.NullMarked;
