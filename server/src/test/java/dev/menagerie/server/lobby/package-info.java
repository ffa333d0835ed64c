@NullMarked
package dev.menagerie.server.lobby;

import org.jspecify.annotations.NullMarked;
