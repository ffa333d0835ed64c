/** Tests beside the code of the same package. */
@NullMarked
package dev.menagerie.socketio.packet;

import org.jspecify.annotations.NullMarked;
