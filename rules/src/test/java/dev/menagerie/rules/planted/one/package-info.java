/** Half of a planted cycle. */
@NullMarked
package dev.menagerie.rules.planted.one;

import org.jspecify.annotations.NullMarked;
