package dev.menagerie.server.live;

import java.time.Duration;

/**
 * How live play behaves.
 *
 * @param queryTokens whether a token may come in the query, where proxies may log it
 * @param publicOrigin where players find this server, without a slash at the end
 */
public record LiveSettings(boolean queryTokens, String publicOrigin) {
  /** A token that ends sooner is announced this long before. */
  static final Duration EXPIRY_NOTICE = Duration.ofSeconds(60);

  /** Shorter absences are nobody's business. */
  static final Duration FLAP = Duration.ofSeconds(2);

  /** The version of the protocol that session:ready tells. */
  static final int PROTOCOL_VERSION = 1;
}
