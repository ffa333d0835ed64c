/** What goes over the wire, as records. Nothing here sends, stores or decides anything. */
@NullMarked
package dev.menagerie.protocol;

import org.jspecify.annotations.NullMarked;
