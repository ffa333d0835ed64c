package dev.menagerie.server.live;

import dev.menagerie.protocol.Envelope;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the envelopes of this process's messages: unique ids, and times of its clock. */
public final class Envelopes {
  /** Number of id prefixes: large enough that two processes never share one, yet short. */
  private static final long PREFIXES = 1L << 40;

  private static final int RADIX = 36;

  /** Stands in place of a version that the recipient may not know yet. */
  static final long HIDDEN_VERSION = 0;

  private final InstantSource clock;
  private final String prefix;
  private final AtomicLong counter = new AtomicLong();

  /** Envelopes with the times of this clock. */
  public Envelopes(InstantSource clock) {
    this.clock = clock;
    this.prefix = Long.toString(new SecureRandom().nextLong(PREFIXES), RADIX) + "-";
  }

  /** The time of this process's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** An envelope about no game. */
  public Envelope plain() {
    return envelope(Optional.empty());
  }

  Envelope of(LiveGame game, Moment moment) {
    return of(new Envelope.GameRef(game.id().value(), moment.version(), moment.head().epoch()));
  }

  /** About a game without its version, which spectators of a delayed game do not know yet. */
  Envelope withoutVersion(LiveGame game, Moment moment) {
    return of(new Envelope.GameRef(game.id().value(), HIDDEN_VERSION, moment.head().epoch()));
  }

  Envelope of(Envelope.GameRef game) {
    return envelope(Optional.of(game));
  }

  private Envelope envelope(Optional<Envelope.GameRef> game) {
    return new Envelope(
        prefix + Long.toString(counter.incrementAndGet(), RADIX), clock.instant(), game);
  }
}
