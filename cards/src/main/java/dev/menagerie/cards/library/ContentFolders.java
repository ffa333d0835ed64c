package dev.menagerie.cards.library;

import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an author's card sets and decks are.
 *
 * @param cards files of card sets, or folders of them
 * @param decks files of decks, or folders of them
 */
public record ContentFolders(List<Path> cards, List<Path> decks) {
  /** Only the content that comes with the game. */
  public static final ContentFolders NONE = new ContentFolders(List.of(), List.of());

  /** Far more files than any collection has; a wrong folder, such as a home, is refused early. */
  private static final int MAX_FILES = 1_000;

  /** The largest built-in set has 55 KB. */
  private static final long MAX_BYTES = 8L * 1024 * 1024;

  private static final List<String> CARD_FILES = List.of(".json");
  private static final List<String> DECK_FILES = List.of(".json", ".txt");

  public ContentFolders {
    cards = List.copyOf(cards);
    decks = List.copyOf(decks);
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return cards.isEmpty() && decks.isEmpty();
  }

  /**
   * Reads the card-set files: each {@code .json} file of a folder, not of folders below it.
   *
   * @param problems gets what cannot be read
   */
  List<CardFiles.Source> cardSources(List<FileProblem> problems) {
    return sources(cards, CARD_FILES, problems);
  }

  /**
   * Reads the deck files: each {@code .json} and {@code .txt} file of a folder.
   *
   * @param problems gets what cannot be read
   */
  List<CardFiles.Source> deckSources(List<FileProblem> problems) {
    return sources(decks, DECK_FILES, problems);
  }

  private static List<CardFiles.Source> sources(
      List<Path> places, List<String> endings, List<FileProblem> problems) {
    List<CardFiles.Source> sources = new ArrayList<>();
    for (Path place : places) {
      for (Path file : files(place, endings, problems)) {
        read(file, problems, sources);
      }
    }
    return sources;
  }

  private static List<Path> files(Path place, List<String> endings, List<FileProblem> problems) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> entries = Files.list(place)) {
      List<Path> files =
          entries
              .filter(entry -> endings.stream().anyMatch(entry.toString()::endsWith))
              .limit(MAX_FILES + 1L)
              .sorted()
              .toList();
      if (files.size() > MAX_FILES) {
        problems.add(problem(place, "holds more than " + MAX_FILES + " files"));
        return List.of();
      }
      return files;
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(problem(place, "cannot be read"));
      return List.of();
    }
  }

  private static void read(Path file, List<FileProblem> problems, List<CardFiles.Source> sources) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(problem(file, "is longer than " + MAX_BYTES + " bytes"));
        return;
      }
      sources.add(new CardFiles.Source(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException binary) {
      problems.add(problem(file, "is not UTF-8 text"));
    } catch (IOException unreadable) {
      problems.add(problem(file, "cannot be read"));
    }
  }

  private static FileProblem problem(Path file, String message) {
    return new FileProblem(file.toString(), "$", message);
  }
}
