/**
 * Real Postgres and Redis as child processes of this server, for a machine that has neither. Knows
 * processes, files and secrets, and nothing of the data in the stores.
 */
@NullMarked
package dev.menagerie.server.embedded;

import org.jspecify.annotations.NullMarked;
