/**
 * The composition root: opens the stores, builds every part, and closes them in the opposite order.
 */
@NullMarked
package dev.menagerie.server.wiring;

import org.jspecify.annotations.NullMarked;
