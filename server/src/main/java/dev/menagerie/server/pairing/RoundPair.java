package dev.menagerie.server.pairing;

import java.util.Optional;

/**
 * Two players of a round.
 *
 * @param second absent: the first has a bye
 */
public record RoundPair(String first, Optional<String> second) {
  static RoundPair of(String first, String second) {
    return new RoundPair(first, Optional.of(second));
  }

  static RoundPair bye(String player) {
    return new RoundPair(player, Optional.empty());
  }
}
