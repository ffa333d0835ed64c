@NullMarked
package dev.menagerie.server.chat;

import org.jspecify.annotations.NullMarked;
