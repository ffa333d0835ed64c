/**
 * The game service: create, join, act, resume, resign, expire. It knows the rules and the ports of
 * {@code game}; it knows no socket, no HTTP and no store by name.
 */
@NullMarked
package dev.menagerie.server.play;

import org.jspecify.annotations.NullMarked;
