/**
 * A bot that looks ahead: it deals worlds that fit what its seat sees, tries its moves in each and
 * plays on. Knows bots and rules.
 */
@NullMarked
package dev.menagerie.bots.search;

import org.jspecify.annotations.NullMarked;
