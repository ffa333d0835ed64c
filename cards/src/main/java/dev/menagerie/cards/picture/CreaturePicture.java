package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.fixed;
import static dev.menagerie.cards.picture.Palette.number;

import dev.menagerie.cards.picture.ArtHint.Ears;
import dev.menagerie.cards.picture.ArtHint.Shape;
import dev.menagerie.cards.picture.CreatureFace.Eyes;
import dev.menagerie.cards.picture.CreatureParts.Marks;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Stage;
import java.util.List;
import java.util.Optional;

/**
 * A creature: its build by its line of evolution, its colors and small differences by its own card
 * ({@code pokemon-art.ts}). It stands on 0 and is drawn upwards, some 90 high.
 */
final class CreaturePicture {
  private final CreatureParts parts;
  private final CreatureTail tails;
  private final Coat coat;
  private final EnergyType type;
  private final int grown;
  private final SeededRandom own;
  private final Build build;

  /** How a creature is made. */
  private record Build(Shape plan, Ears ears, boolean tail, Marks marks, Eyes eyes, double lean) {}

  private CreaturePicture(
      CardDefinition.Pokemon card, String line, ArtHint hint, SeededRandom own) {
    this.own = own;
    SeededRandom family = new SeededRandom(line);
    this.type = card.types().isEmpty() ? EnergyType.COLORLESS : card.types().getFirst();
    this.coat = Coat.of(type, family, own).painted(hint.palette());
    this.parts = new CreatureParts(coat);
    this.tails = new CreatureTail(coat);
    this.grown = card.stage().ordinal();
    this.build = build(card, line, hint, family);
  }

  static String of(CardDefinition.Pokemon card, String line, ArtHint hint, SeededRandom own) {
    return new CreaturePicture(card, line, hint, own).drawn(card.stage());
  }

  private Build build(CardDefinition.Pokemon card, String line, ArtHint hint, SeededRandom family) {
    Shape plan = family.pick(plans());
    Ears ears = family.pick(List.of(Ears.values()));
    boolean tail = family.chance(0.8);
    Marks marks = family.pick(List.of(Marks.values()));
    Eyes eyes = family.pick(List.of(Eyes.BRIGHT, Eyes.BRIGHT, Eyes.DOTS, Eyes.CALM));
    double lean = own.between(-3, 3);
    Optional<NameWords.Build> named = NameWords.build(line).or(() -> NameWords.build(card.name()));
    return new Build(
        hint.shape().or(() -> named.map(NameWords.Build::shape)).orElse(plan),
        hint.ears().or(() -> named.map(NameWords.Build::ears)).orElse(ears),
        tail,
        marks,
        eyes,
        lean);
  }

  private List<Shape> plans() {
    return switch (type) {
      case GRASS -> List.of(Shape.ROUND, Shape.WALKER, Shape.BUG, Shape.UPRIGHT, Shape.SERPENT);
      case FIRE -> List.of(Shape.WALKER, Shape.UPRIGHT, Shape.BIRD, Shape.ROUND, Shape.SERPENT);
      case WATER ->
          List.of(Shape.SWIMMER, Shape.ROUND, Shape.SERPENT, Shape.SWIMMER, Shape.UPRIGHT);
      case LIGHTNING -> List.of(Shape.WALKER, Shape.BIRD, Shape.ROUND, Shape.BUG, Shape.UPRIGHT);
      case PSYCHIC -> List.of(Shape.ROUND, Shape.UPRIGHT, Shape.SWIMMER, Shape.BIRD, Shape.SERPENT);
      case FIGHTING -> List.of(Shape.UPRIGHT, Shape.WALKER, Shape.UPRIGHT, Shape.ROUND, Shape.BUG);
      case DARKNESS -> List.of(Shape.BIRD, Shape.WALKER, Shape.SERPENT, Shape.UPRIGHT, Shape.ROUND);
      case METAL -> List.of(Shape.BUG, Shape.WALKER, Shape.ROUND, Shape.UPRIGHT, Shape.SWIMMER);
      case FAIRY -> List.of(Shape.ROUND, Shape.BIRD, Shape.UPRIGHT, Shape.WALKER, Shape.BUG);
      case DRAGON -> List.of(Shape.SERPENT, Shape.WALKER, Shape.UPRIGHT, Shape.SERPENT, Shape.BIRD);
      case COLORLESS ->
          List.of(Shape.BIRD, Shape.WALKER, Shape.ROUND, Shape.UPRIGHT, Shape.SWIMMER);
    };
  }

  private String drawn(Stage stage) {
    double growth =
        switch (stage) {
          case BASIC -> 0.8;
          case STAGE_1 -> 0.9;
          case STAGE_2 -> 0.97;
        };
    double size = growth * own.between(0.97, 1.04);
    String body = body();
    int flip = own.chance(0.5) ? -1 : 1;
    return """
    <g transform="translate(100 134) scale(%s %s) rotate(%s)" stroke-linejoin="round" stroke-linecap="round">\
    """
            .formatted(fixed(size * flip, 3), fixed(size, 3), number(build.lean()))
        + body
        + "</g>";
  }

  private String body() {
    return switch (build.plan()) {
      case WALKER -> walker();
      case BIRD -> bird();
      case SERPENT -> serpent();
      case SWIMMER -> swimmer();
      case UPRIGHT -> upright();
      case BUG -> bug();
      case ROUND,
          FLASK,
          SATCHEL,
          LANTERN,
          MAP,
          BELL,
          KEY,
          COMPASS,
          SCARF,
          CHARM,
          BANDAGE,
          WHISTLE ->
          round();
    };
  }

  private String tail(double x, double y, double scale) {
    return build.tail() ? tails.drawn(type, x, y, scale) : "";
  }

  private Marks onBelly() {
    return build.marks() == Marks.MASK ? Marks.BELLY : build.marks();
  }

  private Ears unlessLong(Ears instead) {
    return build.ears() == Ears.LONG ? instead : build.ears();
  }

  private String face(double x, double y, double scale) {
    return new CreatureFace(coat)
        .drawn(build.eyes(), build.marks(), build.plan() == Shape.BIRD, x, y, scale);
  }

  private String round() {
    return tail(34, -26, 0.9 + grown * 0.2)
        + parts.foot(-20, 0)
        + parts.foot(20, 0)
        + parts.ears(build.ears(), 0, -72, 26, grown)
        + parts.shape(
            "M0 -86C30 -86 44 -62 44 -38C44 -14 26 -2 0 -2C-26 -2 -44 -14 -44 -38C-44 -62 -30 -86 0"
                + " -86z")
        + parts.marks(build.marks(), 0, -36, 30, own)
        + parts.arm(-40, -34, 24)
        + parts.arm(40, -34, -24)
        + parts.crest(grown, 0, -86)
        + face(0, -56, 1.15);
  }

  private String walker() {
    return tail(44, -44, 1 + grown * 0.25)
        + parts.leg(34, -30, true)
        + parts.leg(-12, -30, true)
        + parts.spine(grown, 16, -58, 46)
        + parts.shape(
            "M-36 -52C-20 -66 34 -66 46 -46C52 -30 42 -16 22 -16H-20C-38 -18 -46 -38 -36 -52z")
        + parts.marks(build.marks(), 10, -40, 24, own)
        + parts.leg(24, -26, false)
        + parts.leg(-24, -26, false)
        + parts.ears(build.ears(), -34, -84, 21, grown)
        + parts.shape(
            "M-34 -96C-12 -96 -4 -80 -6 -66C-8 -50 -22 -44 -36 -44C-54 -44 -64 -54 -62 -70C-60 -86"
                + " -50 -96 -34 -96z")
        + parts.crest(grown, -34, -96)
        + face(-37, -70, 0.92);
  }

  private String bird() {
    return tails.drawn(type, 30, -18, 0.8)
        + parts.talon(-10)
        + parts.talon(12)
        + parts.wing(30, -52, 1 + grown * 0.32, 1)
        + parts.shape(
            "M-4 -92C24 -92 40 -66 36 -36C34 -16 18 -8 0 -8C-20 -8 -36 -18 -36 -40C-36 -68 -28 -92"
                + " -4 -92z")
        + parts.marks(onBelly(), -2, -34, 26, own)
        + parts.wing(-32, -50, 0.9 + grown * 0.3, -1)
        + parts.ears(unlessLong(Ears.TUFT), -2, -86, 18, grown)
        + parts.crest(grown, -3, -92)
        + face(-5, -64, 0.95)
        + """
        <path d="M-12 -56L-5 -46L2 -56z" fill="%s" stroke="%s" stroke-width="2"/>\
        """
            .formatted(coat.accent(), coat.line());
  }

  private String serpent() {
    String path = "M44 -6C6 2 -40 -2 -36 -24C-32 -44 30 -34 28 -56C27 -66 8 -70 -8 -72";
    double width = 24 + grown * 3;
    String plates =
        plate(-20, -6) + plate(6, -3) + plate(-26, -34) + plate(2, -41) + plate(24, -52);
    return tails.drawn(type, 44, -8, 0.8 + grown * 0.15)
        + CreatureParts.stroke(path, coat.line(), width + 4.5)
        + CreatureParts.stroke(path, coat.main(), width)
        + CreatureParts.stroke(path, coat.light(), 5, ".35")
        + plates
        + (grown > 0 ? parts.wing(22, -60, 0.6 + grown * 0.25, 1) : "")
        + parts.ears(build.ears(), -16, -90, 19, grown)
        + parts.shape(
            "M-14 -106C8 -106 16 -90 12 -76C8 -62 -6 -58 -18 -58C-34 -58 -42 -68 -40 -80C-38 -96"
                + " -30 -106 -14 -106z")
        + parts.crest(grown, -14, -106)
        + face(-17, -82, 0.88);
  }

  private String plate(int x, int y) {
    return """
    <circle cx="%s" cy="%s" r="%s" fill="%s" opacity=".75"/>\
    """
        .formatted(x, y, number(4 + own.next() * 2), coat.light());
  }

  private String swimmer() {
    return "<g transform=\"translate(0 -8)\">"
        + parts.fin(46, -44, 1.1 + grown * 0.2, 8)
        + parts.fin(0, -80, 0.9 + grown * 0.25, -78)
        + parts.shape(
            "M-52 -42C-48 -72 -14 -84 16 -74C38 -66 52 -52 54 -42C50 -28 34 -14 8 -10C-24 -8 -52"
                + " -18 -52 -42z")
        + parts.marks(build.marks(), 14, -38, 24, own)
        + parts.fin(8, -24, 0.7, 60)
        + parts.ears(unlessLong(Ears.ANTENNAE), -26, -72, 15, grown)
        + parts.crest(grown, -20, -76)
        + face(-27, -46, 1)
        + CreatureParts.bubbles(type, own)
        + "</g>";
  }

  private String upright() {
    return tail(24, -18, 0.9 + grown * 0.2)
        + parts.arm(28, -46, -38 + grown * -14)
        + parts.foot(-15, 0)
        + parts.foot(15, 0)
        + parts.shape(
            "M0 -64C22 -64 30 -42 28 -22C26 -8 14 -3 0 -3C-14 -3 -26 -8 -28 -22C-30 -42 -22 -64 0"
                + " -64z")
        + parts.marks(onBelly(), 0, -28, 20, own)
        + parts.arm(-28, -46, 38 + grown * 14)
        + parts.ears(build.ears(), 0, -98, 22, grown)
        + parts.shape(
            "M0 -112C22 -112 34 -98 33 -82C32 -66 18 -57 0 -57C-18 -57 -32 -66 -33 -82C-34 -98 -22"
                + " -112 0 -112z")
        + parts.crest(grown, 0, -112)
        + face(0, -82, 1);
  }

  private String bug() {
    String wings =
        grown > 0
            ? parts.wing(24, -60, 0.75 + grown * 0.25, 1)
                + parts.wing(-6, -64, 0.75 + grown * 0.25, -1)
            : "";
    return wings
        + farLeg(-16)
        + farLeg(4)
        + farLeg(24)
        + tail(50, -34, 0.7)
        + parts.shape(
            "M34 -58C52 -58 58 -44 56 -32C54 -20 42 -14 32 -16C20 -18 14 -28 16 -40C18 -52 24 -58"
                + " 34 -58z",
            coat.dark())
        + parts.shape(
            "M4 -66C26 -66 34 -50 32 -36C30 -22 18 -14 2 -14C-14 -14 -24 -24 -24 -38C-24 -54 -14"
                + " -66 4 -66z")
        + parts.marks(build.marks(), 6, -38, 18, own)
        + nearLeg(-24)
        + nearLeg(-4)
        + nearLeg(16)
        + parts.ears(Ears.ANTENNAE, -28, -76, 16, grown)
        + parts.shape(
            "M-28 -88C-10 -88 -2 -74 -4 -62C-6 -48 -16 -42 -30 -42C-46 -42 -54 -52 -54 -64C-54 -78"
                + " -44 -88 -28 -88z")
        + parts.crest(grown, -28, -88)
        + face(-31, -66, 0.9);
  }

  private String farLeg(int x) {
    return CreatureParts.stroke("M%s -22L%s -8L%s 0".formatted(x, x - 6, x - 10), coat.line(), 4);
  }

  private String nearLeg(int x) {
    return CreatureParts.stroke(
        "M%s -22L%s -10L%s 0".formatted(x, x - 8, x - 12), coat.line(), 4.5);
  }
}
