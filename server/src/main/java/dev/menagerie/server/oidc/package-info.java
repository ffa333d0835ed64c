/**
 * Sign-in through an OpenID Connect provider that the operator chooses: beginning it, checking what
 * comes back, and whose identity it is. It knows no store by name.
 */
@NullMarked
package dev.menagerie.server.oidc;

import org.jspecify.annotations.NullMarked;
