package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random games of the shipped decks, and of odd cards that know every word of the vocabulary, under
 * all presets in turn. A game that breaks a law is written to {@code regressions/} and played in
 * every build from then on.
 */
class LawsTest {
  private static final Path REGRESSIONS = Path.of("regressions");
  private static final int FEW = 60;
  private static final int MANY = Integer.getInteger("laws.games", 12_000);

  @Test
  void theLawsHoldInAFewGames() throws IOException {
    play(0, FEW, Deal::of);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void theLawsHoldInManyGames() throws IOException {
    play(FEW, MANY, Deal::of);
  }

  @Test
  void theLawsHoldForOddCards() throws IOException {
    play(0, FEW, Deal::odd);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void theLawsHoldInManyGamesOfOddCards() throws IOException {
    play(FEW, MANY, Deal::odd);
  }

  private static void play(int from, int to, IntFunction<Deal> deals) throws IOException {
    for (int number = from; number < to; number++) {
      Deal deal = deals.apply(number);
      try {
        Laws.hold(deal);
      } catch (AssertionError broken) {
        keep(deal, broken);
        throw broken;
      }
    }
  }

  private static void keep(Deal deal, AssertionError broken) throws IOException {
    Path file = REGRESSIONS.resolve(deal.toString().replace(' ', '-') + ".txt");
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
    for (boolean odd : new boolean[] {false, true}) {
      Deal deal = new Deal("pocket", odd, 17);
      assertThat(Deal.read(deal.toString())).isEqualTo(deal);
    }
    assertThat(Stream.of(0, 1, 2).map(Deal::of).map(Deal::preset).toList())
        .isEqualTo(List.of("standard", "pocket", "house"));
  }
}
