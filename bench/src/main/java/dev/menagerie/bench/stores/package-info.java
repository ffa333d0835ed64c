/**
 * Measures the cost of storing games: commits to Redis, rows to Postgres. Plain programs, real
 * stores.
 */
@NullMarked
package dev.menagerie.bench.stores;

import org.jspecify.annotations.NullMarked;
