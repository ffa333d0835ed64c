/**
 * The wire as records: client messages, server messages, and the state as one viewer sees it.
 * Sends, stores and decides nothing.
 */
@NullMarked
package dev.menagerie.protocol;

import org.jspecify.annotations.NullMarked;
