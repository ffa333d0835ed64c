/** What the server knows of a user, for that user alone. */
@NullMarked
package dev.menagerie.server.export;

import org.jspecify.annotations.NullMarked;
