package dev.menagerie.server.commandline;

import dev.menagerie.cards.deck.DeckText;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.library.Content;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the decks there are, or writes them as people read them. */
@Command(
    name = "decks",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the starter decks and those of --decks. With ids: writes these decks as lists, 4 Name",
      "SET 12 under headings with counts, which --decks reads as .txt files."
    })
final class DecksCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..*", description = "Decks to write")
  List<String> ids = List.of();

  @Mixin ContentOptions options = new ContentOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Content content = options.content();
    PrintWriter out = spec.commandLine().getOut();
    if (ids.isEmpty()) {
      content
          .decks()
          .all()
          .forEach(deck -> out.printf("%-24s %-10s %s%n", deck.id(), deck.rules(), deck.name()));
    } else {
      var lists = new DeckText(content.sets());
      ids.forEach(id -> out.print(lists.write(deck(content, id))));
    }
    out.flush();
    return 0;
  }

  private static StarterDeck deck(Content content, String id) {
    return content
        .decks()
        .find(id)
        .orElseThrow(() -> CommandFailure.badUse("there is no deck " + id));
  }
}
