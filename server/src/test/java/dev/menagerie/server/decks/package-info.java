@NullMarked
package dev.menagerie.server.decks;

import org.jspecify.annotations.NullMarked;
