package dev.menagerie.cards.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.Content;
import dev.menagerie.cards.library.ContentFolders;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.deck.DeckList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeckTextTest {
  private static final CardSets SETS = CardSets.load();
  private final DeckText lists = new DeckText(SETS);

  @Test
  void everyStarterDeckIsReadAsItIsWritten() {
    for (StarterDeck deck : StarterDecks.load().all()) {
      DeckText.Reading reading = lists.read(lists.write(deck));

      assertThat(reading.problems()).as(deck.id()).isEmpty();
      assertThat(sorted(reading.deck().cards())).isEqualTo(sorted(deck.cards()));
      assertThat(reading.deck().energyCards()).isEqualTo(deck.energyCards());
      assertThat(reading.deck().energyTypes()).isEqualTo(deck.energyTypes());
      assertThat(reading.heading().name()).contains(deck.name());
      assertThat(reading.heading().rules()).contains(deck.rules());
    }
  }

  @Test
  void caseAccentsApostrophesAndSetsDoNotMatter() {
    for (StarterDeck deck : StarterDecks.load().all()) {
      String plain =
          Normalizer.normalize(lists.write(deck), Normalizer.Form.NFD)
              .replaceAll("[\\p{M}'’]", "")
              .replaceAll(" (HEDGEROW|UNDERTOW) \\d+", "")
              .replaceAll("(?m)^(\\d+) ", "$1x  ")
              .toUpperCase(Locale.ROOT);

      DeckText.Reading reading = lists.read(plain);

      assertThat(reading.problems()).as(plain).isEmpty();
      assertThat(sorted(reading.deck().cards())).isEqualTo(sorted(deck.cards()));
    }
  }

  @Test
  void everyUnknownLineIsReported() {
    DeckText.Reading reading =
        lists.read(
            """
            # a comment
            Pokémon: 6
            4 Kindlemole
            1 Kindelmole
            1 Kindlemole NOWHERE 3
            Trainer (2)
            2 Coilmoth UNDERTOW 1
            best deck ever
            0 Emberdelve
            Total: 60
            """);

    assertThat(reading.problems())
        .extracting(DeckText.LineProblem::toString)
        .anySatisfy(told ->
            assertThat(told)
                .startsWith("line 4: there is no card \"Kindelmole\"; like it: Kindlemole"))
        .anySatisfy(told -> assertThat(told).startsWith("line 5: there is no set \"NOWHERE\""))
        .anySatisfy(
            told -> assertThat(told).matches("line 7: UNDERTOW 1 is .*; \"Coilmoth\" is .*"))
        .anySatisfy(told -> assertThat(told).startsWith("line 8: is neither a heading nor a card"))
        .anySatisfy(told -> assertThat(told).startsWith("line 9: must have from 1 to"))
        .anySatisfy(told -> assertThat(told).startsWith("line 10: says 60 cards, but 4 are"))
        .hasSize(6);
    assertThat(reading.deck().cards()).containsExactly(new DeckList.Entry("kindlemole", 4));
  }

  @Test
  void aSectionWithAWrongCountIsReported() {
    assertThat(lists.read("Pokémon: 5\n4 Kindlemole\n").problems())
        .containsExactly(new DeckText.LineProblem(1, "says 5 cards, but 4 are listed"));
  }

  @Test
  void aListInAFolderIsADeck(@TempDir Path folder) throws IOException {
    StarterDeck starter = StarterDecks.load().all().getFirst();
    Files.writeString(folder.resolve("My Own.txt"), lists.write(starter));

    StarterDeck read =
        Content.of(new ContentFolders(List.of(), List.of(folder)), HouseRules.shipped())
            .decks()
            .find("my-own")
            .orElseThrow();

    assertThat(read.name()).isEqualTo(starter.name());
    assertThat(read.rules()).isEqualTo(starter.rules());
    assertThat(sorted(read.cards())).isEqualTo(sorted(starter.cards()));
  }

  private static List<String> sorted(List<DeckList.Entry> entries) {
    return entries.stream().map(DeckList.Entry::toString).sorted().toList();
  }
}
