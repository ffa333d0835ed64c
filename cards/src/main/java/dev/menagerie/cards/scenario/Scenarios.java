package dev.menagerie.cards.scenario;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scenario files. */
public final class Scenarios {
  private final CardSets sets;

  /**
   * @param sets the card sets that scenarios may use in addition to the cards they define
   */
  public Scenarios(CardSets sets) {
    this.sets = sets;
  }

  /**
   * Runs a file, or every {@code .json} file in a folder and below, in the order of their names.
   */
  public List<ScenarioResult> runAll(Path path) {
    return files(path).stream().map(this::runFile).toList();
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

  /** Runs one file; a file that holds no scenario is a failure, too. */
  public ScenarioResult runFile(Path file) {
    try {
      return run(file.toString(), Files.readString(file));
    } catch (CharacterCodingException binary) {
      return noScenario(file.toString(), file + ": $: is not UTF-8 text");
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
      return noScenario(file, String.valueOf(invalid.getMessage()));
    }
  }

  /**
   * Plays the first steps of a scenario, for a look at the state after them.
   *
   * @param steps how many; more than there are: all
   */
  public ScenarioLook look(String json, int steps) {
    try {
      return ScenarioRun.look(ScenarioReader.read("scenario", json, sets), steps);
    } catch (InvalidFiles invalid) {
      var problems = Optional.of(String.valueOf(invalid.getMessage()));
      return new ScenarioLook("not a scenario", 0, 0, problems, Optional.empty());
    }
  }

  private static ScenarioResult noScenario(String file, String problems) {
    return new ScenarioResult(
        file, "not a scenario", Optional.of(new ScenarioResult.Failure.NoScenario(problems)));
  }
}
