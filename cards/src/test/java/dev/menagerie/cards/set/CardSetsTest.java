package dev.menagerie.cards.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.GameCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardSetsTest {
  @Test
  void theBuiltInSetsAreWithoutFault() {
    CardSets sets = CardSets.load();

    assertThat(sets.sets()).hasSize(2);
    assertThat(sets.catalog().definitions()).hasSizeGreaterThan(40);
    assertThat(sets.setOf("kindlemole").orElseThrow().id()).isEqualTo("hedgerow");
  }

  @Test
  void theVersionIsMadeOfTheContentAlone() {
    List<CardFiles.Source> sources = CardSets.builtIn();

    assertThat(CardSets.of(sources.reversed()).version()).isEqualTo(CardSets.load().version());
    assertThat(CardSets.of(List.of(source("a.json", card("a", "30")))).version())
        .isNotEqualTo(CardSets.of(List.of(source("a.json", card("a", "40")))).version());
  }

  /** A running game that was kept by an earlier release finds its cards by these prints. */
  @Test
  void printOfACardIsTheSameInEveryRelease() {
    assertThat(printed(card("a", "30"))).contains(new GameCards.Printed("a", "377ff9e8"));
    assertThat(printed(card("a", "40"))).doesNotContain(new GameCards.Printed("a", "377ff9e8"));
  }

  /**
   * The prints of all cards that come with the game, as they are written down: a change of the
   * vocabulary alone must not show here. Where a card was changed, copy the output of the failure.
   */
  @Test
  void printsOfTheCardsThatComeWithTheGameAreAsWrittenDown() throws IOException {
    Catalog catalog = CardSets.load().catalog();
    List<String> ids = catalog.definitions().stream().map(CardDefinition::id).toList();
    StringBuilder prints = new StringBuilder();
    for (GameCards.Printed printed : GameCards.of(catalog, ids).printed()) {
      prints.append(printed.card()).append(' ').append(printed.print()).append('\n');
    }

    assertThat(prints.toString()).isEqualTo(Files.readString(Path.of("src/test/card-prints.txt")));
  }

  private static List<GameCards.Printed> printed(String card) {
    return GameCards.of(CardSets.of(List.of(source("a.json", card))).catalog(), List.of("a"))
        .printed();
  }

  @Test
  void everyProblemOfEveryFileIsNamedAtOnce() {
    List<CardFiles.Source> sources =
        List.of(
            source("broken.json", "{\"type\":\"pokemon\",\"id\":\"x\"}"),
            source("one.json", card("a", "30"), card("A!", "35")),
            source(
                "two.json",
                card("a", "30"),
                card("b", "40")
                    .replace(
                        "\"damage\":1",
                        "\"post\":[{\"type\":\"move_chosen\","
                            + "\"chosen\":\"nothing\",\"to\":\"hand\"}]"),
                card("c", "40").replace("\"basic\"", "\"stage_1\",\"evolves_from\":\"Nobody\"")));

    var refused = catchThrowableOfType(InvalidFiles.class, () -> CardSets.of(sources));

    assertThat(refused.problems().stream().map(FileProblem::toString))
        .contains(
            "broken.json: cards[0].name: is missing",
            "one.json: cards[1].hp: must be a multiple of 10 from 10 to 1000",
            "two.json: cards[0].id: is given twice: a",
            "two.json: cards[1].attacks[0].post[0]: nothing on this card is kept under the name"
                + " nothing",
            "two.json: cards[2].evolves_from: no card has the name Nobody")
        .anyMatch(text -> text.startsWith("one.json: cards[1].id: must be"));
  }

  @Test
  void hintsForPicturesAreNoPartOfACard() {
    CardSets plain = CardSets.of(List.of(source("a.json", card("a", "30"))));
    CardSets drawn =
        CardSets.of(
            List.of(source("a.json", drawn("\"shape\":\"bird\",\"palette\":[\"#102030\"]"))));
    CardDefinition card = drawn.catalog().find("a").orElseThrow();

    assertThat(drawn.version()).isEqualTo(plain.version());
    assertThat(drawn.pictureOf(card)).contains("#102030").isNotEqualTo(plain.pictureOf(card));
  }

  @Test
  void aHintThatCannotBeDrawnIsNamed() {
    List<CardFiles.Source> sources =
        List.of(
            source("one.json", drawn("\"shape\":\"bell\"")),
            source("two.json", drawn("\"palette\":[\"red\"]").replace("\"a\"", "\"b\"")),
            source("three.json", drawn("\"mood\":\"glad\"").replace("\"a\"", "\"c\"")));

    var refused = catchThrowableOfType(InvalidFiles.class, () -> CardSets.of(sources));

    assertThat(refused.problems().stream().map(FileProblem::toString))
        .contains("one.json: cards[0].art.shape: a Pokémon is drawn as a creature")
        .anyMatch(problem -> problem.startsWith("two.json: cards[0].art"))
        .contains("three.json: cards[0].art.mood: is not known here");
  }

  private static String drawn(String art) {
    return card("a", "30").replaceFirst("\\{", "{\"art\":{" + art + "},");
  }

  private static CardFiles.Source source(String file, String... cards) {
    String id = file.replace(".json", "");
    String json =
        "{\"set\":{\"id\":\""
            + id
            + "\",\"name\":\"A set\",\"version\":\"1\"},\"cards\":["
            + String.join(",", cards)
            + "]}";
    return new CardFiles.Source(file, json);
  }

  private static String card(String id, String hp) {
    return "{\"type\":\"pokemon\",\"id\":\""
        + id
        + "\",\"name\":\"Card "
        + id
        + "\",\"stage\":\"basic\",\"hp\":"
        + hp
        + ",\"types\":[\"fire\"],\"retreat\":1,"
        + "\"attacks\":[{\"name\":\"Bump\",\"cost\":[],\"damage\":1}]}";
  }
}
