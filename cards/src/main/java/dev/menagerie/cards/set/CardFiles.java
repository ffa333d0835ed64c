package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Card-set files checked together, as one catalog would hold them. */
public final class CardFiles {
  private static final Pattern CARD_PATH = Pattern.compile("cards\\[(\\d+)](.*)");

  private CardFiles() {}

  /** One file's text under the name it is reported by. */
  public record Source(String file, String json) {
    /** A file on disk as a source of cards. */
    public static Source of(Path path) {
      try {
        return new Source(path.toString(), Files.readString(path));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /**
   * Reads and checks all of them.
   *
   * @throws InvalidFiles naming everything that is wrong in any file
   */
  public static List<CardSet> read(List<Source> sources) {
    List<FileProblem> problems = new ArrayList<>();
    List<CardFile> files = readable(sources, problems);
    problems.addAll(check(files));
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return files.stream().map(CardFile::content).toList();
  }

  /**
   * Every problem of these files. References to other sets, such as the name of a previous stage,
   * are also looked up in {@code known}.
   */
  public static List<FileProblem> problems(List<Source> sources, List<CardSet> known) {
    List<FileProblem> problems = new ArrayList<>();
    List<CardFile> files = new ArrayList<>();
    for (CardSet set : known) {
      files.add(new CardFile(set.set().id(), set));
    }
    files.addAll(readable(sources, problems));
    problems.addAll(check(files));
    return List.copyOf(problems);
  }

  /** The first files without those whose set is in the others. */
  static List<Source> notReplaced(List<Source> files, List<Source> others) {
    Set<String> given = new HashSet<>();
    for (Source other : others) {
      idOf(other).ifPresent(given::add);
    }
    return files.stream().filter(file -> idOf(file).filter(given::contains).isEmpty()).toList();
  }

  private static Optional<String> idOf(Source source) {
    return CardFile.read(source.file(), source.json(), new ArrayList<>())
        .map(file -> file.content().set().id());
  }

  private static List<CardFile> readable(List<Source> sources, List<FileProblem> problems) {
    List<CardFile> files = new ArrayList<>();
    for (Source source : sources) {
      CardFile.read(source.file(), source.json(), problems).ifPresent(files::add);
    }
    return files;
  }

  private static List<FileProblem> check(List<CardFile> files) {
    List<FileProblem> problems = new ArrayList<>(SetNames.problems(files));
    List<CardDefinition> all = new ArrayList<>();
    for (CardFile file : files) {
      all.addAll(file.content().cards());
    }
    for (Problem problem : Catalog.problems(all)) {
      problems.add(inFile(files, problem));
    }
    return problems;
  }

  /** The catalog counts cards through all files; a person looks for them in one. */
  private static FileProblem inFile(List<CardFile> files, Problem problem) {
    Matcher card = CARD_PATH.matcher(problem.path());
    if (card.matches()) {
      int number = Integer.parseInt(card.group(1));
      for (CardFile file : files) {
        int cards = file.content().cards().size();
        if (number < cards) {
          String path = "cards[" + number + "]" + card.group(2);
          return new FileProblem(file.file(), path, problem.message());
        }
        number -= cards;
      }
    }
    return new FileProblem(files.getFirst().file(), problem.path(), problem.message());
  }
}
