/**
 * The options of the commands, their sources and their checks. Finds every problem of the settings
 * that can be found before anything starts.
 */
@NullMarked
package dev.menagerie.server.settings;

import org.jspecify.annotations.NullMarked;
