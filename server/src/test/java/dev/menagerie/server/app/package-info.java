/** Tests of the command line and the wiring, and whole servers for tests of everything. */
@NullMarked
package dev.menagerie.server.app;

import org.jspecify.annotations.NullMarked;
