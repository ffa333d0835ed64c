/**
 * REST as a table of typed routes: who may call, what goes in, what comes out, and the limits on
 * the way. Knows HTTP and JSON; nothing of accounts, games or stores, which bring their routes.
 */
@NullMarked
package dev.menagerie.server.http;

import org.jspecify.annotations.NullMarked;
