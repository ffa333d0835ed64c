@NullMarked
package dev.menagerie.server;

import org.jspecify.annotations.NullMarked;
