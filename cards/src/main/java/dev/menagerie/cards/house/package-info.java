/** House rules as JSON: a preset, and any field laid over it. Knows no card. */
@NullMarked
package dev.menagerie.cards.house;

import org.jspecify.annotations.NullMarked;
