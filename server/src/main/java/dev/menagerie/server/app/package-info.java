/**
 * The command line, the settings, and the wiring of all parts by hand. Only this package sees all
 * others; nothing sees it.
 */
@NullMarked
package dev.menagerie.server.app;

import org.jspecify.annotations.NullMarked;
