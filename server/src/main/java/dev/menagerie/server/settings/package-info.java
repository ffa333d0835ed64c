/**
 * The options of the commands, where they come from, and what they may be. Finds out everything
 * about them that can be found out before anything starts.
 */
@NullMarked
package dev.menagerie.server.settings;

import org.jspecify.annotations.NullMarked;
