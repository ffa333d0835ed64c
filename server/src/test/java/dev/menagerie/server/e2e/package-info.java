/**
 * Whole servers as their clients see them: official clients, real stores, nothing but the wire. No
 * test here looks inside.
 */
@NullMarked
package dev.menagerie.server.e2e;

import org.jspecify.annotations.NullMarked;
