/** Tests of what viewers see. */
@NullMarked
package dev.menagerie.rules.view;

import org.jspecify.annotations.NullMarked;
