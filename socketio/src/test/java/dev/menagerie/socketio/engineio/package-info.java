/** Tests beside the code of the same package. */
@NullMarked
package dev.menagerie.socketio.engineio;

import org.jspecify.annotations.NullMarked;
