/** StorePorts for tests, and the contracts that these and the real ones keep alike. */
@NullMarked
package dev.menagerie.server.recovery;

import org.jspecify.annotations.NullMarked;
