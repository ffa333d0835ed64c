package dev.menagerie.server.commandline;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.puzzle.Puzzle;
import dev.menagerie.cards.puzzle.PuzzleProof;
import dev.menagerie.cards.puzzle.Puzzles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.server.settings.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and proves the daily puzzles. */
@Command(
    name = "puzzles",
    mixinStandardHelpOptions = true,
    description = "Daily puzzles: makes them, and proves them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PuzzlesCommand.Make.class, PuzzlesCommand.Check.class})
final class PuzzlesCommand {

  /** Makes a file of puzzles. */
  @Command(
      name = "make",
      mixinStandardHelpOptions = true,
      description = {
        "Makes puzzles of positions from greedy bots' games with the starter decks, and writes them",
        "to a file. The same seed makes the same puzzles. Every one is proved."
      })
  static final class Make implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write")
    Path file = Path.of("puzzles.json");

    @Option(names = "--seed", defaultValue = "1", description = "Seed of games and positions")
    long seed;

    @Option(names = "--count", defaultValue = "36", description = "How many puzzles")
    int count;

    @Option(
        names = "--rules",
        defaultValue = "pocket",
        paramLabel = "PRESET",
        description = "The preset they are played by: ${DEFAULT-VALUE}")
    String preset = "pocket";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      var rules = Presets.named(preset);
      if (rules.isEmpty()) throw CommandFailure.badUse("there is no preset " + preset);
      if (count < 1 || count > Puzzles.MAX_PUZZLES) {
        throw CommandFailure.badUse("--count is from 1 to " + Puzzles.MAX_PUZZLES);
      }
      var out = spec.commandLine().getOut();
      var made = new PuzzleGames(rules.get(), BotKind.GREEDY, seed).puzzles(count, out);
      Files.writeString(file, Json.pretty(Map.of("puzzles", made)) + "\n");
      return 0;
    }
  }

  /** Proves puzzles. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Proves puzzles: the line of each wins within the turn whatever coins, shuffles, the order of",
        "the deck and the opponent's choices are, and no other line as short wins. Exit code 1 if",
        "one is not proved."
      })
  static final class Check implements Callable<Integer> {
    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "A file of puzzles; without one those that come with the game")
    @Nullable Path file;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      var out = spec.commandLine().getOut();
      int unproved = 0;
      var puzzles = puzzles();
      for (var puzzle : puzzles.all()) {
        Optional<String> problem = PuzzleProof.problem(puzzle);
        if (problem.isPresent()) unproved++;
        out.println(line(puzzle, problem));
      }
      out.printf(Locale.ROOT, "%d proved, %d not%n", puzzles.all().size() - unproved, unproved);
      return unproved == 0 ? 0 : 1;
    }

    private static String line(Puzzle puzzle, Optional<String> problem) {
      return problem
          .map(why -> "FAIL " + puzzle.name() + ": " + why)
          .orElse("ok   " + puzzle.name() + ", " + puzzle.line().size() + " moves");
    }

    private Puzzles puzzles() {
      if (file == null) return Puzzles.shipped();
      try {
        return Puzzles.read(file.toString(), Files.readString(file), CardSets.load());
      } catch (IOException unreadable) {
        throw CommandFailure.badUse("cannot read " + file);
      } catch (InvalidFiles | InvalidJson wrong) {
        throw CommandFailure.badUse(String.valueOf(wrong.getMessage()));
      }
    }
  }
}
