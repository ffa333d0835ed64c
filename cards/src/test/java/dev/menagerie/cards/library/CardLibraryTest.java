package dev.menagerie.cards.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.rules.card.GameCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardLibraryTest {
  private static final Path BUILT_IN = Path.of("src/main/resources/menagerie/sets");
  private static final String SET =
      """
      {"set":{"id":"moorland","name":"Moorland","version":"0.1.0"},
       "cards":[{"type":"pokemon","id":"moorhound","name":"Moorhound","stage":"stage_1",
                 "evolves_from":"Thistlepup","hp":90,"types":["grass"],"retreat":1,"attacks":[]}]}\
      """;

  @TempDir Path folder;

  private static Content content(List<Path> cards, List<Path> decks) {
    return Content.of(new ContentFolders(cards, decks), HouseRules.shipped());
  }

  @Test
  void aBuiltInSetReplacesItself() {
    assertThat(content(List.of(BUILT_IN.resolve("undertow.json")), List.of()).sets().version())
        .isEqualTo(Content.builtIn().sets().version());
  }

  @Test
  void everyProblemOfEveryFileIsReported() throws IOException {
    Path file = folder.resolve("moorland.json");
    Files.writeString(file, SET.replace("\"retreat\":1", "\"retreet\":1"));
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> content(List.of(file, missing), List.of()))
        .isInstanceOf(InvalidFiles.class)
        .hasMessageContaining(missing + ": $: cannot be read")
        .hasMessageContaining(file + ": cards[0].retreet: is not known here")
        .hasMessageContaining(file + ": cards[0].retreat: is missing");
  }

  @Test
  void aDeckIsCheckedAsAPlayersOwnWouldBe() throws IOException {
    Path decks = folder.resolve("decks.json");
    Files.writeString(
        decks,
        """
        {"decks":[{"id":"small","name":"Small","rules":"pocket","about":"",
                   "cards":[{"card":"nobody","count":2}],"energy_types":["grass"]}]}\
        """);

    assertThatThrownBy(() -> content(List.of(), List.of(folder)))
        .isInstanceOf(InvalidFiles.class)
        .hasMessageContaining(decks + ": decks[0].cards: there is no card nobody")
        .hasMessageContaining(decks + ": decks[0].cards: must have 20 cards, not 2");
  }

  @Test
  void aGameFindsTheCardsItBeganWithAfterAReload() throws IOException {
    Path file = folder.resolve("moorland.json");
    Files.writeString(file, SET);
    CardLibrary library =
        CardLibrary.open(new ContentFolders(List.of(folder), List.of()), HouseRules.shipped());
    List<GameCards.Printed> begunWith =
        GameCards.of(library.current(), List.of("moorhound")).printed();

    Files.writeString(file, SET.replace("\"hp\":90", "\"hp\":100"));
    Reload reload = library.reload();

    assertThat(reload.changed()).containsExactly("moorhound");
    assertThat(library.current().holdsAll(begunWith)).isFalse();
    assertThat(library.holding(begunWith).holdsAll(begunWith)).isTrue();
  }

  @Test
  void filesWithProblemsChangeNothing() throws IOException {
    Path file = folder.resolve("moorland.json");
    Files.writeString(file, SET);
    CardLibrary library =
        CardLibrary.open(new ContentFolders(List.of(folder), List.of()), HouseRules.shipped());
    String before = library.sets().version();

    Files.writeString(file, SET.replace("Thistlepup", "Nobody"));

    assertThatThrownBy(library::reload).isInstanceOf(InvalidFiles.class);
    assertThat(library.sets().version()).isEqualTo(before);
  }
}
