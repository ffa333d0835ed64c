package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.ArtHint.Shape.BANDAGE;
import static dev.menagerie.cards.picture.ArtHint.Shape.BELL;
import static dev.menagerie.cards.picture.ArtHint.Shape.BIRD;
import static dev.menagerie.cards.picture.ArtHint.Shape.BUG;
import static dev.menagerie.cards.picture.ArtHint.Shape.LANTERN;
import static dev.menagerie.cards.picture.ArtHint.Shape.ROUND;
import static dev.menagerie.cards.picture.ArtHint.Shape.SERPENT;
import static dev.menagerie.cards.picture.ArtHint.Shape.SWIMMER;
import static dev.menagerie.cards.picture.ArtHint.Shape.UPRIGHT;
import static dev.menagerie.cards.picture.ArtHint.Shape.WALKER;
import static dev.menagerie.cards.picture.ArtHint.Shape.WHISTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.picture.ArtHint.Shape;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.TrainerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A card that is named after an animal or a thing is drawn as one. */
class PictureShapesTest {
  private static final CardSets SETS = CardSets.load();

  /** Cards whose picture is a thing. */
  private static final List<TrainerKind> HELD = List.of(TrainerKind.ITEM, TrainerKind.TOOL);

  /** Which words in names are animals of which shape. */
  private static final Map<Shape, List<String>> ANIMALS =
      Map.of(
          BIRD,
          List.of(
              "crow", "raven", "magpie", "sparrow", "pigeon", "kite", "heron", "gander", "crane",
              "dove", "owl", "bat"),
          BUG,
          List.of("moth", "beetle", "bug", "crab"),
          SERPENT,
          List.of("eel", "leech", "wyrm", "drake", "wyvern"),
          SWIMMER,
          List.of("fin", "puff"),
          UPRIGHT,
          List.of("hare", "bear"),
          ROUND,
          List.of("mouse", "rat", "mole", "vole", "toad", "newt", "tortoise", "snail", "hog"),
          WALKER,
          List.of(
              "stag", "fawn", "deer", "goat", "ram", "boar", "pup", "hound", "vixen", "mutt",
              "lynx", "cat", "leopard", "marten", "otter", "mink", "foal", "mare"));

  private static final Map<Shape, List<String>> THINGS =
      Map.of(
          BANDAGE, List.of("bandage"),
          BELL, List.of("bell"),
          LANTERN, List.of("lantern", "lamp"),
          WHISTLE, List.of("whistle"));

  @ParameterizedTest
  @CsvSource({
    "Night Crow, BIRD", "Barn Mouse, ROUND", "Dust Moth, BUG", "Moor Hare, UPRIGHT",
    "Grey Heron, BIRD", "Old Toad, ROUND", "River Eel, SERPENT", "Marsh Hound, WALKER"
  })
  void anAnimalIsDrawnByItsNameWhereNoHintSaysMore(String name, Shape shape) {
    assertThat(NameWords.build(name).map(NameWords.Build::shape)).contains(shape);
  }

  @ParameterizedTest
  @CsvSource({
    "Clean Bandage, BANDAGE",
    "Small Bell, BELL",
    "Reed Whistle, WHISTLE",
    "Oil Lamp, LANTERN"
  })
  void aThingIsDrawnByItsNameWhereNoHintSaysMore(String name, Shape shape) {
    assertThat(NameWords.thing(name)).contains(shape);
  }

  @Test
  void everyShippedPokemonNamedAfterAnAnimalHasItsShape() {
    List<String> seen = new ArrayList<>();
    for (CardDefinition card : SETS.catalog().definitions()) {
      if (card instanceof CardDefinition.Pokemon) {
        hasTheShapeOfItsName(card, ANIMALS, seen);
      }
    }

    assertThat(seen)
        .contains("Conductor Crow", "Crumbmouse", "Petalmouse", "Sootsparrow")
        .hasSizeGreaterThan(60);
  }

  @Test
  void everyShippedItemAndToolNamedAfterAThingHasItsShape() {
    List<String> seen = new ArrayList<>();
    for (CardDefinition card : SETS.catalog().definitions()) {
      if (card instanceof CardDefinition.Trainer trainer && HELD.contains(trainer.kind())) {
        hasTheShapeOfItsName(card, THINGS, seen);
      }
    }

    assertThat(seen).contains("Soft Bandage", "Recall Bell", "Keen Whistle", "Old Lantern");
  }

  private static void hasTheShapeOfItsName(
      CardDefinition card, Map<Shape, List<String>> words, List<String> seen) {
    String name = card.name().toLowerCase(Locale.ROOT);
    List<Shape> fitting =
        words.entrySet().stream()
            .filter(shape -> shape.getValue().stream().anyMatch(name::contains))
            .map(Map.Entry::getKey)
            .toList();
    if (!fitting.isEmpty()) {
      assertThat(fitting.stream().map(shape -> drawnAs(shape, card)))
          .as("%s is one of %s", card.name(), fitting)
          .contains(SETS.pictureOf(card));
      seen.add(card.name());
    }
  }

  /** The picture with another shape, and all else as its author wants it. */
  private static String drawnAs(Shape shape, CardDefinition card) {
    CardDefinition first = SETS.firstOf(card);
    ArtHint art = artOf(card).or(() -> artOf(first)).orElse(ArtHint.NONE);
    return CardPicture.svg(
        card,
        first.name(),
        new ArtHint(Optional.of(shape), art.ears(), art.palette(), art.motif()));
  }

  private static Optional<ArtHint> artOf(CardDefinition card) {
    return SETS.sets().stream()
        .flatMap(set -> Stream.ofNullable(set.art().get(card.id())))
        .findFirst();
  }
}
