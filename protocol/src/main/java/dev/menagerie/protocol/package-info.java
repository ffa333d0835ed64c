/**
 * What goes over the wire, as records: what clients send, what the server sends, and the state as
 * one viewer sees it. Nothing here sends, stores or decides anything.
 */
@NullMarked
package dev.menagerie.protocol;

import org.jspecify.annotations.NullMarked;
