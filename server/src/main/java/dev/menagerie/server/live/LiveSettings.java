package dev.menagerie.server.live;

import java.time.Duration;

/**
 * How live play behaves.
 *
 * @param actionsAtOnce actions that may wait for the store at once; more are refused as {@code
 *     busy}
 */
public record LiveSettings(int actionsAtOnce) {
  /**
   * A store that answers within a millisecond or two never has as many to answer; one that does not
   * would only be asked by ever more.
   */
  public static final int USUAL_AT_ONCE = 512;

  /** A token that ends sooner is announced this long before. */
  public static final Duration EXPIRY_NOTICE = Duration.ofSeconds(60);

  /** Absences shorter than this are not announced. */
  static final Duration FLAP = Duration.ofSeconds(2);

  /** Bytes queued for a client beyond which it is too slow; a few hundred states. */
  static final int MAX_WAITING_BYTES = 1 << 20;

  /** The version of the protocol in session:ready. */
  static final int PROTOCOL_VERSION = 1;
}
