/** Tests of the house rules. */
@NullMarked
package dev.menagerie.rules.config;

import org.jspecify.annotations.NullMarked;
