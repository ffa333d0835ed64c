package dev.menagerie.server.settings;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.cards.library.Content;
import dev.menagerie.cards.library.ContentFolders;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an author's cards, decks and presets; the same for every command. */
public final class ContentOptions {
  @Option(
      names = "--cards",
      paramLabel = "DIR",
      split = ",",
      description =
          "Card sets of your own: files, or folders whose .json files are read. A set with the id"
              + " of a built-in set replaces it")
  public List<Path> cards = List.of();

  @Option(
      names = "--decks",
      paramLabel = "DIR",
      split = ",",
      description =
          "Decks of your own: files, or folders whose .json and .txt files are read. A deck with"
              + " the id of a starter deck replaces it")
  public List<Path> decks = List.of();

  @Option(
      names = "--presets",
      paramLabel = "FILE",
      description = "More rule presets, beside those that come with the game; checked at the start")
  public @Nullable Path presets;

  @Option(
      names = "--campaign",
      paramLabel = "FILE",
      description =
          "House opponents of your own in place of the campaign that comes with the game; checked"
              + " at the start")
  public @Nullable Path campaign;

  @Option(
      names = "--collections",
      negatable = true,
      defaultValue = "false",
      description =
          "Lets users build decks of cards that they have: those of the starter decks, and those"
              + " won in the campaign. Default: ${DEFAULT-VALUE}")
  public boolean collections;

  /** The campaign of the file, or else the one that comes with the game. */
  public Campaign campaign(CardLibrary library, HouseRules rules) {
    if (campaign == null) return Campaign.shipped();
    var content =
        new Campaign.Content(
            library.decks(), library.current(), rules, bot -> BotKind.named(bot).isPresent());
    try {
      return Campaign.read(campaign.toString(), Files.readString(campaign), content);
    } catch (IOException unreadable) {
      throw CommandFailure.badUse("--campaign: cannot read " + campaign);
    } catch (InvalidFiles invalid) {
      throw refused("--campaign", invalid);
    }
  }

  /** The presets that come with the game and those of the file, if there is one. */
  public HouseRules rules() {
    var shipped = HouseRules.shipped();
    if (presets == null) return shipped;
    try {
      return shipped.and(presets.toString(), Files.readString(presets));
    } catch (IOException unreadable) {
      throw CommandFailure.badUse("--presets: cannot read " + presets);
    } catch (InvalidFiles invalid) {
      throw refused("--presets", invalid);
    }
  }

  /** The folders that the options name. */
  public ContentFolders folders() {
    return new ContentFolders(cards, decks);
  }

  /** The content of the folders, read once. */
  public Content content() {
    return content(rules());
  }

  private Content content(HouseRules rules) {
    try {
      return Content.of(folders(), rules);
    } catch (InvalidFiles invalid) {
      throw refused("--cards, --decks", invalid);
    }
  }

  /** The content of the folders, which can be read again while the server runs. */
  public CardLibrary library(HouseRules rules) {
    try {
      return CardLibrary.open(folders(), rules);
    } catch (InvalidFiles invalid) {
      throw refused("--cards, --decks", invalid);
    }
  }

  private static CommandFailure refused(String options, InvalidFiles invalid) {
    return CommandFailure.badUse(
        options
            + ": "
            + invalid.problems().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("; ")));
  }
}
