/** How the whole server behaves on the wire and towards its host. */
@NullMarked
package dev.menagerie.socketio;

import org.jspecify.annotations.NullMarked;
