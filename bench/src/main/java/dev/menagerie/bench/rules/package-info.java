/**
 * How fast the rules are by themselves: random games of the shipped cards, no sockets, no stores.
 */
@NullMarked
package dev.menagerie.bench.rules;

import org.jspecify.annotations.NullMarked;
