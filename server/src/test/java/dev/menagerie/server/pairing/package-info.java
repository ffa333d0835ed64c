@NullMarked
package dev.menagerie.server.pairing;

import org.jspecify.annotations.NullMarked;
