/**
 * Threads that live as long as the server. Every one of them is a {@link
 * dev.menagerie.server.background.SupervisedLoop}, so that no failure can end one without a word.
 */
@NullMarked
package dev.menagerie.server.background;

import org.jspecify.annotations.NullMarked;
