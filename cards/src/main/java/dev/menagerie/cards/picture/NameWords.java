package dev.menagerie.cards.picture;

import dev.menagerie.cards.picture.ArtHint.Ears;
import dev.menagerie.cards.picture.ArtHint.Shape;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words in names that say what to draw, as the page reads them ({@code art-words.ts}). */
final class NameWords {
  /** A creature's build. */
  record Build(Shape shape, Ears ears) {}

  private record Creature(Pattern word, Build build) {
    static Creature of(String words, Shape shape, Ears ears) {
      return new Creature(Pattern.compile(words, Pattern.CASE_INSENSITIVE), new Build(shape, ears));
    }
  }

  private record Thing(Pattern word, Shape shape) {
    static Thing of(String words, Shape shape) {
      return new Thing(Pattern.compile(words, Pattern.CASE_INSENSITIVE), shape);
    }
  }

  private static final List<Creature> CREATURES =
      List.of(
          Creature.of(
              "crow|raven|magpie|sparrow|pigeon|kite|heron|gander|crane|vane|dove|shearwing",
              Shape.BIRD,
              Ears.TUFT),
          Creature.of("owl", Shape.BIRD, Ears.HORNS),
          Creature.of("moth|bug|beetle|flitter|crab", Shape.BUG, Ears.ANTENNAE),
          Creature.of("eel|leech|wyrm|drake|wyvern|lurcher", Shape.SERPENT, Ears.HORNS),
          Creature.of("fin\\b|fin$|puff|snail", Shape.SWIMMER, Ears.ROUND),
          Creature.of("hare|hopper", Shape.UPRIGHT, Ears.LONG),
          Creature.of(
              "stag|fawn|deer|antler|goat|ram\\b|cragram|woolgather|bellwether",
              Shape.WALKER,
              Ears.HORNS),
          Creature.of(
              "mouse|gossamouse|rat\\b|larderrat|mole|delve|vole|bat\\b|echobat",
              Shape.ROUND,
              Ears.ROUND),
          Creature.of("toad|newt|tortoise|sapling|marshqueen", Shape.ROUND, Ears.ROUND),
          Creature.of(
              "pup|hound|vixen|mutt|kit$|lynx|cat$|leopard|marten|otter|mink|spark|foal|mare$",
              Shape.WALKER,
              Ears.POINTED),
          Creature.of("bear|boar|hog|marshal|bard", Shape.UPRIGHT, Ears.ROUND));

  private static final List<Thing> THINGS =
      List.of(
          Thing.of("kettle|jar|tea|incense|supper|bucket", Shape.FLASK),
          Thing.of("basket|satchel|tray|box|boots", Shape.SATCHEL),
          Thing.of("lantern|lamp|dynamo", Shape.LANTERN),
          Thing.of("guide|album|notice|sifter|mask", Shape.MAP),
          Thing.of("bell", Shape.BELL),
          Thing.of("whistle", Shape.WHISTLE),
          Thing.of("mallet|wire|claw|stick", Shape.KEY),
          Thing.of("bandage", Shape.BANDAGE),
          Thing.of("vest|cloak|scarf|collar", Shape.SCARF),
          Thing.of("rope|spool|beads|acorn|thimble", Shape.CHARM));

  private NameWords() {}

  /** The build that a name speaks of: a crow is a bird. */
  static Optional<Build> build(String name) {
    return CREATURES.stream()
        .filter(creature -> creature.word().matcher(name).find())
        .findFirst()
        .map(Creature::build);
  }

  /** The drawing of a thing of that name. */
  static Optional<Shape> thing(String name) {
    return THINGS.stream()
        .filter(thing -> thing.word().matcher(name).find())
        .findFirst()
        .map(Thing::shape);
  }
}
