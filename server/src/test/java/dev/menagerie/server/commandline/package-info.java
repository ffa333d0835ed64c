/** Tests of the commands, and whole servers for tests of everything. */
@NullMarked
package dev.menagerie.server.commandline;

import org.jspecify.annotations.NullMarked;
