/** Measures the effect of attacking clients on others, on the port of a whole server. */
@NullMarked
package dev.menagerie.bench.edge;

import org.jspecify.annotations.NullMarked;
