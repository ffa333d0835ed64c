/** Tests beside the code of the same package. */
@NullMarked
package dev.menagerie.socketio.netty;

import org.jspecify.annotations.NullMarked;
