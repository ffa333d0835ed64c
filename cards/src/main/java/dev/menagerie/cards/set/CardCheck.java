package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks set files as their authors see them: together, and beside the built-in sets. */
public final class CardCheck {
  private CardCheck() {}

  /**
   * Everything wrong with these files; empty: they can be played with. A file that is a version of
   * a built-in set stands in its place.
   */
  public static List<FileProblem> problems(List<Path> files) {
    List<FileProblem> problems = new ArrayList<>();
    List<CardFiles.Source> sources = new ArrayList<>();
    for (Path file : files) {
      try {
        sources.add(new CardFiles.Source(file.toString(), Files.readString(file)));
      } catch (IOException unreadable) {
        problems.add(new FileProblem(file.toString(), "$", "cannot be read"));
      }
    }
    problems.addAll(CardFiles.problems(sources, others(sources)));
    return List.copyOf(problems);
  }

  /** How many of the cards in these files, which have no problems, need the escape hatch. */
  public static CustomShare share(List<Path> files) {
    List<CardDefinition> cards = new ArrayList<>();
    for (Path file : files) {
      CardFiles.Source source = CardFiles.Source.of(file);
      CardFile.read(source.file(), source.json(), new ArrayList<>())
          .ifPresent(read -> cards.addAll(read.content().cards()));
    }
    return CustomShare.of(cards);
  }

  private static List<CardSet> others(List<CardFiles.Source> sources) {
    Set<String> given = new HashSet<>();
    for (CardFiles.Source source : sources) {
      CardFile.read(source.file(), source.json(), new ArrayList<>())
          .ifPresent(file -> given.add(file.content().set().id()));
    }
    return CardSets.load().sets().stream().filter(set -> !given.contains(set.set().id())).toList();
  }
}
