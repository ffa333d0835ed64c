@NullMarked
package dev.menagerie.server.wiring;

import org.jspecify.annotations.NullMarked;
