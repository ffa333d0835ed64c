package dev.menagerie.server.commandline;

import dev.menagerie.cards.library.Content;
import dev.menagerie.cards.library.ContentFolders;
import dev.menagerie.cards.set.CardSet;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.cards.text.CardText;
import dev.menagerie.cards.text.ShortForm;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints cards as they are read, with their programs. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the text and the program of every card of the files: what you wrote as text comes"
          + " out",
      "as a program, and the other way round. Members that say their default are left out."
    })
final class CardsShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Card sets: files, or folders of them")
  List<Path> files = List.of();

  @Option(names = "--card", paramLabel = "ID", description = "Only the cards of these ids")
  List<String> ids = List.of();

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Also writes the picture of each card into this folder, as ID.svg")
  Optional<Path> pictures = Optional.empty();

  @Mixin ContentOptions options = new ContentOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    for (var file : files) {
      if (!Files.exists(file)) throw CommandFailure.badUse("there is no file " + file);
    }
    var places = new ArrayList<>(files);
    places.addAll(options.cards);
    PrintWriter out = spec.commandLine().getOut();
    try {
      var content = Content.of(new ContentFolders(places, List.of()), options.rules());
      var sets = new ArrayList<>(content.sets().sets());
      sets.removeAll(CardSets.load().sets());
      for (CardSet set : sets) {
        for (CardDefinition card : set.cards()) {
          if (ids.isEmpty() || ids.contains(card.id())) {
            print(card, out);
            draw(card, content.sets());
          }
        }
      }
      return 0;
    } catch (InvalidFiles invalid) {
      invalid.problems().forEach(out::println);
      return 1;
    } finally {
      out.flush();
    }
  }

  private void draw(CardDefinition card, CardSets sets) {
    if (pictures.isEmpty()) return;
    try {
      Files.createDirectories(pictures.get());
      Files.writeString(pictures.get().resolve(card.id() + ".svg"), sets.pictureOf(card));
    } catch (IOException unwritable) {
      throw CommandFailure.badUse("pictures cannot be written to " + pictures.get());
    }
  }

  private static void print(CardDefinition card, PrintWriter out) {
    out.println(card.name() + " (" + card.id() + ")");
    CardText text = CardText.of(card);
    line(text.text(), out);
    for (int i = 0; i < text.abilities().size(); i++) {
      line(card.abilities().get(i).name() + ": " + text.abilities().get(i), out);
    }
    List<String> attacks = attackNames(card);
    for (int i = 0; i < text.attacks().size(); i++) {
      if (!text.attacks().get(i).isEmpty())
        line(attacks.get(i) + ": " + text.attacks().get(i), out);
    }
    out.println(ShortForm.of(card));
    out.println();
  }

  private static List<String> attackNames(CardDefinition card) {
    return switch (card) {
      case CardDefinition.Pokemon pokemon ->
          pokemon.attacks().stream().map(attack -> attack.name()).toList();
      case CardDefinition.Trainer trainer ->
          trainer.attacks().stream().map(attack -> attack.name()).toList();
      case CardDefinition.Energy _ -> List.of();
    };
  }

  private static void line(String text, PrintWriter out) {
    if (!text.isEmpty()) out.println("  " + text);
  }
}
