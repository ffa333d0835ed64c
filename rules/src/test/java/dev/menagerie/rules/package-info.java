/** Cards and boards for the tests of the rules. */
@NullMarked
package dev.menagerie.rules;

import org.jspecify.annotations.NullMarked;
