/**
 * Expires clocks: watches the store's deadlines and calls the game service for those that have
 * passed. The commit, not this package, decides whether a clock has expired.
 */
@NullMarked
package dev.menagerie.server.timer;

import org.jspecify.annotations.NullMarked;
