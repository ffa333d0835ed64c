/**
 * A client of a Menagerie server, for programs of others. It sees the wire alone: REST and
 * Socket.IO. {@link dev.menagerie.client.Menagerie} is where it begins.
 */
@NullMarked
package dev.menagerie.client;

import org.jspecify.annotations.NullMarked;
