/** Players without hands, who see what a seat sees. Nothing here knows of sockets or stores. */
@NullMarked
package dev.menagerie.bots;

import org.jspecify.annotations.NullMarked;
