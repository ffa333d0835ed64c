@NullMarked
package dev.menagerie.server.http;

import org.jspecify.annotations.NullMarked;
