/**
 * JSON for any of our records: strict, snake_case, sealed types told apart by a {@code type}
 * member. Nothing here knows of games; it may use Jackson's parser and generator and the JDK.
 */
@NullMarked
package dev.menagerie.codec;

import org.jspecify.annotations.NullMarked;
