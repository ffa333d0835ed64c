package dev.menagerie.cards.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.set.CardSet;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Sha256;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Stage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CardPictureTest {
  /** Written by the page's own test of its pictures, {@code art.test.ts}. */
  private static final Path WRITTEN = Path.of("src/test/pictures.txt");

  private static final CardSets SETS = CardSets.load();

  @Test
  void pictureOfACardIsTheOneOfThePage() throws IOException {
    StringBuilder drawn = new StringBuilder();
    for (CardSet set : SETS.sets()) {
      for (CardDefinition card : set.cards()) {
        String svg = SETS.pictureOf(card);
        String content = svg.substring(svg.indexOf('>') + 1);
        byte[] digest = Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
        drawn.append(card.id()).append(' ').append(HexFormat.of().formatHex(digest, 0, 8));
        drawn.append('\n');
      }
    }

    assertThat(drawn.toString()).isEqualTo(Files.readString(WRITTEN));
  }

  @Test
  void everyShapeIsDrawnAsWellFormedSvg() throws Exception {
    for (ArtHint.Shape shape : ArtHint.Shape.values()) {
      ArtHint hint =
          new ArtHint(
              Optional.of(shape),
              Optional.of(ArtHint.Ears.HORNS),
              List.of("#123456", "#abcdef"),
              Optional.of(EnergyType.METAL));
      CardDefinition card =
          SETS.catalog().find(shape.isCreature() ? "kindlemole" : "wicker-basket").orElseThrow();
      String svg = CardPicture.svg(card, card.name(), hint);

      assertThat(svg).as("%s", shape).contains("#123456");
      isWellFormed(svg);
    }
  }

  @Test
  void pictureOfEveryCardIsWellFormed() throws Exception {
    for (CardDefinition card : SETS.catalog().definitions()) {
      isWellFormed(SETS.pictureOf(card));
    }
  }

  private static void isWellFormed(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void aLineOfEvolutionHasOneBuild() {
    CardDefinition first = SETS.catalog().find("scalelet").orElseThrow();
    CardDefinition last = SETS.catalog().find("mega-vaultdrake").orElseThrow();

    assertThat(((CardDefinition.Pokemon) last).stage()).isEqualTo(Stage.STAGE_2);
    assertThat(SETS.firstOf(last)).isEqualTo(first);
  }

  @Test
  void aPaletteOfOtherThanTwoColorsIsRefused() {
    Optional<ArtHint.Shape> none = Optional.empty();
    assertThatThrownBy(() -> new ArtHint(none, Optional.empty(), List.of("red"), Optional.empty()))
        .hasMessageContaining("#rrggbb");
    assertThatThrownBy(() ->
            new ArtHint(
                none, Optional.empty(), List.of("#000000", "#000000", "#000000"), Optional.empty()))
        .hasMessageContaining("at most 2");
  }
}
