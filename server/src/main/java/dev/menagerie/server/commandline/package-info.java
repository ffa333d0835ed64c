/**
 * The verbs of the {@code menagerie} command. Only this package sees all others; nothing sees it.
 */
@NullMarked
package dev.menagerie.server.commandline;

import org.jspecify.annotations.NullMarked;
