/** Tests of sign-in through a provider, and a small provider to sign in at. */
@NullMarked
package dev.menagerie.server.oidc;

import org.jspecify.annotations.NullMarked;
