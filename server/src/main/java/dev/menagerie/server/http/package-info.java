/**
 * REST as a table of typed routes: access, bodies, responses and limits. Knows HTTP and JSON;
 * accounts, games and stores bring their own routes.
 */
@NullMarked
package dev.menagerie.server.http;

import org.jspecify.annotations.NullMarked;
