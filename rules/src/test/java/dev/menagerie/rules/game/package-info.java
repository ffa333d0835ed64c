/** Tests of the deciding part of the rules. */
@NullMarked
package dev.menagerie.rules.game;

import org.jspecify.annotations.NullMarked;
