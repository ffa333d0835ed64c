/** The laws every game keeps, checked in random games of the shipped cards. */
@NullMarked
package dev.menagerie.bots.laws;

import org.jspecify.annotations.NullMarked;
