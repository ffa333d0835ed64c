package dev.menagerie.server.oidc;

import java.io.IOException;

/** The issuer cannot be reached, is too slow, or answers what an issuer does not answer. */
public final class IssuerUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for the operator's log; never with what was sent
   */
  IssuerUnavailable(String message) {
    super(message);
  }

  IssuerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
