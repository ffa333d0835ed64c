@NullMarked
package dev.menagerie.server.background;

import org.jspecify.annotations.NullMarked;
