package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.state.StateDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seeds and decks give the same states in another process, digest by digest. */
class FreshJvmTest {
  private static final int GAMES = 6;

  /** The other process prints every digest of every game, one per line. */
  public static void main(String[] arguments) {
    digests().forEach(System.out::println);
  }

  private static List<String> digests() {
    List<String> digests = new ArrayList<>();
    for (int number = 0; number < GAMES; number++) {
      Deal deal = Deal.of(number);
      new PlayedGame(deal)
          .play((_, _, _, decision) -> digests.add(deal + " " + StateDigest.of(decision.next())));
    }
    return digests;
  }

  @Test
  void aGameIsTheSameInAFreshJvm() throws IOException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FreshJvmTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(printed.lines().toList()).hasSizeGreaterThan(GAMES).isEqualTo(digests());
  }
}
