/**
 * Makes clocks run out: watches the store's deadlines and has the game service expire what is due.
 * Nothing here decides whether a clock has run out; the commit does.
 */
@NullMarked
package dev.menagerie.server.timer;

import org.jspecify.annotations.NullMarked;
