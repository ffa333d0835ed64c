package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "simulate";
    System.arraycopy(options, 0, all, 1, options.length);
    return Menagerie.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  /** All but the line about speed. */
  private List<String> results(String... options) {
    out.getBuffer().setLength(0);
    assertThat(simulate(options)).isZero();
    return out.toString().lines().filter(line -> !line.contains("games/s")).toList();
  }

  @Test
  void aSeedGivesTheSameResultsOnAnyNumberOfThreads() {
    String[] one = {"--games", "60", "--rules", "pocket", "--seed", "7", "--threads", "1"};
    String[] three = {"--games", "60", "--rules", "pocket", "--seed", "7", "--threads", "3"};
    String[] another = {"--games", "60", "--rules", "pocket", "--seed", "8", "--threads", "3"};

    List<String> results = results(one);

    assertThat(results(three)).isEqualTo(results).anyMatch(line -> line.contains("Pocket Embers"));
    assertThat(results).contains("Pairs of decks with an energy type in common: 0 of 15");
    assertThat(results).anyMatch(line -> line.matches("Who went first won \\d+\\.\\d %.*"));
    assertThat(results(another)).isNotEqualTo(results);
  }

  @Test
  void speedIsReportedWithAndWithoutTheWarmUp() {
    simulate("--games", "20", "--rules", "pocket", "--threads", "2");

    assertThat(out.toString()).containsPattern("games/s on 2 threads, \\d+ once warm");
  }

  @Test
  void botsAndDecksAreChosen() {
    List<String> results =
        results(
            "--games",
            "6",
            "--rules",
            "pocket",
            "--bots",
            "greedy,random",
            "--deck",
            "pocket-embers");

    assertThat(results.getFirst()).contains("greedy against random");
    assertThat(results.getLast()).contains("Pocket Embers").contains("12 games");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --games 0 | --games must be from 1
          --games many | Invalid value for option '--games'
          --threads 0 | --threads must be from 1
          --rules chess | --rules must be one of
          --bots clever | a bot is one of random, greedy
          --bots random,random,random | --bots must be one or two bots
          --deck none | no deck none for standard
          --colour | Unknown option
          """)
  void badOptionsAreOneClearLineAndExitTwo(String options, String problem) {
    assertThat(simulate(options.split(" "))).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString().lines()).hasSize(1).first().asString().contains(problem);
    assertThat(out.toString()).isEmpty();
  }
}
