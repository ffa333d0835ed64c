/** Traces of actions for an OpenTelemetry collector, where the operator names one. */
@NullMarked
package dev.menagerie.server.tracing;

import org.jspecify.annotations.NullMarked;
