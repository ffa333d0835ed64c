/** Tests of the client without a server; those with one are in the server's tests. */
@NullMarked
package dev.menagerie.client;

import org.jspecify.annotations.NullMarked;
