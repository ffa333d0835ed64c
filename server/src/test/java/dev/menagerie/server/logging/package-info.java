/** What the log holds, and what it must never hold. */
@NullMarked
package dev.menagerie.server.logging;

import org.jspecify.annotations.NullMarked;
