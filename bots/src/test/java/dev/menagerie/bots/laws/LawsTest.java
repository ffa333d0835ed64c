package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random games of the shipped decks under all presets in turn. A game that breaks a law is written
 * to {@code regressions/} and played in every build from then on.
 */
class LawsTest {
  private static final Path REGRESSIONS = Path.of("regressions");
  private static final int FEW = 60;
  private static final int MANY = Integer.getInteger("laws.games", 12_000);

  @Test
  void theLawsHoldInAFewGames() throws IOException {
    play(0, FEW);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void theLawsHoldInManyGames() throws IOException {
    play(FEW, MANY);
  }

  private static void play(int from, int to) throws IOException {
    for (int number = from; number < to; number++) {
      Deal deal = Deal.of(number);
      try {
        Laws.hold(deal);
      } catch (AssertionError broken) {
        keep(deal, broken);
        throw broken;
      }
    }
  }

  private static void keep(Deal deal, AssertionError broken) throws IOException {
    Path file = REGRESSIONS.resolve(deal.preset() + "-" + deal.number() + ".txt");
    Files.writeString(file, deal + "\n" + broken.getMessage() + "\n" + broken.getCause() + "\n");
  }

  static Stream<Path> regressions() throws IOException {
    try (Stream<Path> files = Files.list(REGRESSIONS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("regressions")
  void formerLawBreakersKeepTheLaws(Path file) throws IOException {
    Laws.hold(Deal.read(Files.readAllLines(file).getFirst()));
  }

  @Test
  void aDealIsWrittenAsItIsRead() {
    assertThat(Deal.read(new Deal("pocket", 17).toString())).isEqualTo(new Deal("pocket", 17));
    assertThat(Stream.of(0, 1, 2).map(Deal::of).map(Deal::preset).toList())
        .isEqualTo(List.of("standard", "pocket", "house"));
  }
}
