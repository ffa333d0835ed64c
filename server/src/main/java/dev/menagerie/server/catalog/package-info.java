/**
 * The public content: cards with their printed texts, and house rules. Made once from the catalog;
 * changes only with the program.
 */
@NullMarked
package dev.menagerie.server.catalog;

import org.jspecify.annotations.NullMarked;
