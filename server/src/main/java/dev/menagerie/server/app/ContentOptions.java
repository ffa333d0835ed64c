package dev.menagerie.server.app;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.cards.library.Content;
import dev.menagerie.cards.library.ContentFolders;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that name an author's cards and decks; the same for every command. */
final class ContentOptions {
  @Option(
      names = "--cards",
      paramLabel = "DIR",
      split = ",",
      description =
          "Card sets of your own: files, or folders whose .json files are read. A set with the id"
              + " of a built-in set replaces it")
  List<Path> cards = List.of();

  @Option(
      names = "--decks",
      paramLabel = "DIR",
      split = ",",
      description =
          "Decks of your own: files, or folders whose .json and .txt files are read. A deck with"
              + " the id of a starter deck replaces it")
  List<Path> decks = List.of();

  ContentFolders folders() {
    return new ContentFolders(cards, decks);
  }

  /** What they hold, read once. */
  Content content(HouseRules rules) {
    try {
      return Content.of(folders(), rules);
    } catch (InvalidFiles invalid) {
      throw refused(invalid);
    }
  }

  /** What they hold, to be read again while the server runs. */
  CardLibrary library(HouseRules rules) {
    try {
      return CardLibrary.open(folders(), rules);
    } catch (InvalidFiles invalid) {
      throw refused(invalid);
    }
  }

  private static CannotRun refused(InvalidFiles invalid) {
    return CannotRun.badUse(
        "--cards, --decks: "
            + invalid.problems().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("; ")));
  }
}
