/**
 * What the server writes to its log and in which form: lines of text or of JSON with the ids they
 * are about, levels that change at run time, and the log of requests.
 */
@NullMarked
package dev.menagerie.server.logging;

import org.jspecify.annotations.NullMarked;
