package dev.menagerie.cards.scenario;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scenario files. */
public final class Scenarios {
  private final CardSets sets;

  /**
   * @param sets whose cards scenarios may use besides their own
   */
  public Scenarios(CardSets sets) {
    this.sets = sets;
  }

  /**
   * Runs a file, or every {@code .json} file in a folder and below, in the order of their names.
   */
  public static List<ScenarioResult> run(Path path) {
    Scenarios scenarios = new Scenarios(CardSets.load());
    return files(path).stream().map(scenarios::runFile).toList();
  }

  /** The scenario files at a path. */
  public static List<Path> files(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || file.toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Runs one file; a file that cannot be read is a failure, too. */
  public ScenarioResult runFile(Path file) {
    try {
      return run(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Runs a scenario from its text. */
  public ScenarioResult run(String file, String json) {
    try {
      Scenario scenario = ScenarioReader.read(file, json, sets);
      return new ScenarioResult(file, scenario.name(), ScenarioRun.play(scenario));
    } catch (InvalidFiles invalid) {
      return new ScenarioResult(
          file,
          "not a scenario",
          Optional.of(
              new ScenarioResult.Failure(
                  -1,
                  "the file is not a scenario",
                  "none of these",
                  String.valueOf(invalid.getMessage()))));
    }
  }
}
