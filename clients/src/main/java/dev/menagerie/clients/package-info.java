/**
 * Commands that play against a server from outside: {@code demo} and {@code load}. They see the
 * wire alone; the server's code is not on their class path, nor theirs on the server's.
 */
@NullMarked
package dev.menagerie.clients;

import org.jspecify.annotations.NullMarked;
