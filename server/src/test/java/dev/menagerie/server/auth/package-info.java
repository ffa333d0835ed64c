@NullMarked
package dev.menagerie.server.auth;

import org.jspecify.annotations.NullMarked;
