/** JSON Schemas of the files people write. Made from the records that read them. */
@NullMarked
package dev.menagerie.cards.schema;

import org.jspecify.annotations.NullMarked;
