/**
 * Who somebody is and how they prove it: names, passwords, access tokens and the sign-ins behind
 * them. Keeps nothing itself (see its ports) and knows no game.
 */
@NullMarked
package dev.menagerie.server.auth;

import org.jspecify.annotations.NullMarked;
