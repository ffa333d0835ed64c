/**
 * Users and how they prove who they are: names, passwords, access tokens and the sessions behind
 * them. Stores nothing itself (see its ports) and knows no game.
 */
@NullMarked
package dev.menagerie.server.auth;

import org.jspecify.annotations.NullMarked;
