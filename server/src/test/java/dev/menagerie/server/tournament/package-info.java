@NullMarked
package dev.menagerie.server.tournament;

import org.jspecify.annotations.NullMarked;
