/** Violations planted for the architecture test. */
@NullMarked
package dev.menagerie.rules.planted;

import org.jspecify.annotations.NullMarked;
