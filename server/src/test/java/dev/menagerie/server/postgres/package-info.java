@NullMarked
package dev.menagerie.server.postgres;

import org.jspecify.annotations.NullMarked;
