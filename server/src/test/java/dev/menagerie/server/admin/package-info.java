@NullMarked
package dev.menagerie.server.admin;

import org.jspecify.annotations.NullMarked;
