@NullMarked
package dev.menagerie.server.catalog;

import org.jspecify.annotations.NullMarked;
