package dev.menagerie.server.live;

import java.time.Duration;
import java.util.Optional;

/** How many messages are let through, valid or not. May be asked from any thread; never waits. */
@FunctionalInterface
public interface Allowance {
  /** The kinds of senders whose messages are counted together. */
  enum Of {
    ADDRESS,
    USER,
    /** One seat of one game. */
    SEAT,
    /** The emotes of one user. */
    EMOTES,
    /** What one user writes. */
    CHAT
  }

  /** Counts one message; empty if it is let through, else how long until the next one would be. */
  Optional<Duration> take(Of of, String who);
}
