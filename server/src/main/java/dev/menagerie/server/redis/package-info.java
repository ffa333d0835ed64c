/**
 * Running games in Redis: the ports of {@code game} as keys, and Lua scripts for every step that
 * must be atomic. Knows nothing of rules or sockets; what games say of themselves is opaque text.
 */
@NullMarked
package dev.menagerie.server.redis;

import org.jspecify.annotations.NullMarked;
