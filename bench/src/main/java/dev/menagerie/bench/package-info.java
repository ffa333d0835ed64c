/** Benchmarks. Nothing depends on this module. */
@NullMarked
package dev.menagerie.bench;

import org.jspecify.annotations.NullMarked;
