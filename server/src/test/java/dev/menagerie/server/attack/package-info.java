/**
 * Attacks on a running server, as docs/attacks.md lists them: one test for each, from outside, over
 * the same sockets that players use.
 */
@NullMarked
package dev.menagerie.server.attack;

import org.jspecify.annotations.NullMarked;
