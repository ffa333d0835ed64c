/**
 * Real Postgres and Redis as child processes of this server, for a machine that has neither. Knows
 * processes, files and secrets; nothing of what is kept in the stores.
 */
@NullMarked
package dev.menagerie.server.embedded;

import org.jspecify.annotations.NullMarked;
