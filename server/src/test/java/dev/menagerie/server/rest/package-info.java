@NullMarked
package dev.menagerie.server.rest;

import org.jspecify.annotations.NullMarked;
