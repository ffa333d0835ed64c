/** The laws every game keeps, checked in random games of the shipped cards. */
@NullMarked
package dev.menagerie.testkit.laws;

import org.jspecify.annotations.NullMarked;
