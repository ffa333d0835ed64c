/** The store's promises kept by a real Redis. */
@NullMarked
package dev.menagerie.server.redis;

import org.jspecify.annotations.NullMarked;
