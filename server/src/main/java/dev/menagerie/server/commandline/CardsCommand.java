package dev.menagerie.server.commandline;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.Content;
import dev.menagerie.cards.library.ContentFolders;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.CustomShare;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands for card authors. */
@Command(
    name = "cards",
    mixinStandardHelpOptions = true,
    description = "What a card author needs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CardsCommand.Check.class, CardsShowCommand.class, CardsNewCommand.class})
final class CardsCommand {

  /** Checks card sets and decks. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Checks card sets and decks as the server would: every error with its file and path. Cards"
            + " of",
        "the built-in sets may be evolved from. Exit code 1 if anything is wrong."
      })
  static final class Check implements Callable<Integer> {
    @Parameters(
        paramLabel = "FILE",
        arity = "0..*",
        description = "Card sets: files, or folders of them; the same as --cards")
    List<Path> files = List.of();

    @Mixin ContentOptions content = new ContentOptions();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      var cards = new ArrayList<>(files);
      cards.addAll(content.cards);
      var folders = new ContentFolders(cards, content.decks);
      if (folders.isEmpty()) throw CommandFailure.badUse("name a FILE, --cards or --decks");
      requireThere(folders.cards());
      requireThere(folders.decks());
      return check(folders, content.rules(), spec.commandLine().getOut());
    }

    private static void requireThere(List<Path> places) {
      for (var place : places) {
        if (!Files.exists(place)) throw CommandFailure.badUse("there is no file " + place);
      }
    }

    private static int check(ContentFolders folders, HouseRules rules, PrintWriter out) {
      try {
        var content = Content.of(folders, rules);
        var own = new ArrayList<>(content.sets().sets());
        own.removeAll(CardSets.load().sets());
        var cards = own.stream().flatMap(set -> set.cards().stream()).toList();
        out.println(CustomShare.of(cards));
        out.printf(
            Locale.ROOT,
            "%d cards and %d decks in all, no problems%n",
            content.sets().catalog().definitions().size(),
            content.decks().all().size());
        return 0;
      } catch (InvalidFiles invalid) {
        invalid.problems().forEach(out::println);
        out.printf(Locale.ROOT, "%d problems%n", invalid.problems().size());
        return 1;
      } finally {
        out.flush();
      }
    }
  }
}
