/** Bounds on what clients hold. */
@NullMarked
package dev.menagerie.socketio.limits;

import org.jspecify.annotations.NullMarked;
