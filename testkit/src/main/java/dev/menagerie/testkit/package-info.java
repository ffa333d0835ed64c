/** What the tests of several modules share. It stands on the test class path only. */
@NullMarked
package dev.menagerie.testkit;

import org.jspecify.annotations.NullMarked;
