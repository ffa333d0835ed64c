@NullMarked
package dev.menagerie.cards.campaign;

import org.jspecify.annotations.NullMarked;
