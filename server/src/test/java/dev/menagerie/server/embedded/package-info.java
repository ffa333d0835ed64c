@NullMarked
package dev.menagerie.server.embedded;

import org.jspecify.annotations.NullMarked;
