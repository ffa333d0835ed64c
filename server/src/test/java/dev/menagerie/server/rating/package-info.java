@NullMarked
package dev.menagerie.server.rating;

import org.jspecify.annotations.NullMarked;
