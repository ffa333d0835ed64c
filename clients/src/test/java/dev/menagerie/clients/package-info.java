/** Tests of the clients without a server; those with one are in the server's tests. */
@NullMarked
package dev.menagerie.clients;

import org.jspecify.annotations.NullMarked;
