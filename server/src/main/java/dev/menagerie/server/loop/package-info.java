/** The event loops of the process as owners of games. */
@NullMarked
package dev.menagerie.server.loop;

import org.jspecify.annotations.NullMarked;
