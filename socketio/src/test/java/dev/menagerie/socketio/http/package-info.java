@NullMarked
package dev.menagerie.socketio.http;

import org.jspecify.annotations.NullMarked;
