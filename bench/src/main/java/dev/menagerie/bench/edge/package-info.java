/** What others notice while clients attack the port of a whole server. */
@NullMarked
package dev.menagerie.bench.edge;

import org.jspecify.annotations.NullMarked;
