/** The hashes that the game is proved and hidden by: SHA-256 and SipHash. */
@NullMarked
package dev.menagerie.rules.hash;

import org.jspecify.annotations.NullMarked;
