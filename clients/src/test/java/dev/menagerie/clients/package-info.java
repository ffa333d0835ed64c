/** Tests of the clients that need no server; the others stand in the server's tests. */
@NullMarked
package dev.menagerie.clients;

import org.jspecify.annotations.NullMarked;
