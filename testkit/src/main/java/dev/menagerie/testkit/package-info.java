/** Code that the tests of several modules share. It is on the test class path only. */
@NullMarked
package dev.menagerie.testkit;

import org.jspecify.annotations.NullMarked;
