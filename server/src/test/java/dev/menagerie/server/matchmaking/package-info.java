@NullMarked
package dev.menagerie.server.matchmaking;

import org.jspecify.annotations.NullMarked;
