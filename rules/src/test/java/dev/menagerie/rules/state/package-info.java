/** Tests of states and what changes them. */
@NullMarked
package dev.menagerie.rules.state;

import org.jspecify.annotations.NullMarked;
