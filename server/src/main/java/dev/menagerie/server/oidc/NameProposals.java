package dev.menagerie.server.oidc;

import dev.menagerie.server.auth.PlayerName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names for a new user, the best one first; the last ones are almost certainly free. */
final class NameProposals {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** With a number behind it. */
  private static final int NUMBERED = 3;

  private static final int MAX_NUMBER = 10_000;

  /** A number of four digits and a space before it. */
  private static final int NUMBER_LENGTH = 5;

  private NameProposals() {}

  /**
   * @param wanted what the person is called elsewhere; what cannot be a name here is left out
   */
  static List<PlayerName> of(List<String> wanted) {
    var names = new ArrayList<PlayerName>();
    wanted.forEach(text -> name(text).ifPresent(names::add));
    for (int i = 0; i < NUMBERED; i++) {
      names.stream().findFirst().flatMap(first -> numbered(first.value())).ifPresent(names::add);
    }
    for (int i = 0; i < NUMBERED; i++) numbered("Player").ifPresent(names::add);
    return names;
  }

  private static Optional<PlayerName> numbered(String name) {
    int length =
        Math.min(name.codePointCount(0, name.length()), PlayerName.MAX_LENGTH - NUMBER_LENGTH);
    var start = name.substring(0, name.offsetByCodePoints(0, length)).strip();
    return name(start + " " + RANDOM.nextInt(1_000, MAX_NUMBER));
  }

  private static Optional<PlayerName> name(String text) {
    try {
      return Optional.of(new PlayerName(text));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
