/** Half of a planted cycle. */
@NullMarked
package dev.menagerie.rules.planted.two;

import org.jspecify.annotations.NullMarked;
