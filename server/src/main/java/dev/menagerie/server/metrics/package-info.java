/**
 * What operators measure: every meter of the server, its name, unit and labels, and the observers
 * that feed them. Other packages offer observers and know nothing of meters.
 */
@NullMarked
package dev.menagerie.server.metrics;

import org.jspecify.annotations.NullMarked;
