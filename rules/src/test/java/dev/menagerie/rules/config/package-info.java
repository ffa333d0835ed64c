/** Tests of what is written down before a game: config. */
@NullMarked
package dev.menagerie.rules.config;

import org.jspecify.annotations.NullMarked;
