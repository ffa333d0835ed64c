/** What operators measure: the page, the files for Prometheus and Grafana, and a running server. */
@NullMarked
package dev.menagerie.server.metrics;

import org.jspecify.annotations.NullMarked;
