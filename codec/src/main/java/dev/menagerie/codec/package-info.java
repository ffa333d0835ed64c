/**
 * JSON for records: strict, snake_case, sealed types identified by a {@code type} member. Knows no
 * games; uses Jackson's parser and generator and the JDK.
 */
@NullMarked
package dev.menagerie.codec;

import org.jspecify.annotations.NullMarked;
