package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.fixed;
import static dev.menagerie.cards.picture.Palette.number;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.TrainerKind;

/**
 * Draws the picture of a card as SVG: always the same for the same card, and the same that the page
 * draws ({@code web/app/src/lib/art.ts}); {@code CardPictureTest} compares them. Thread safe.
 */
public final class CardPicture {
  private CardPicture() {}

  /**
   * The picture of a card.
   *
   * @param family the name that the card's line of evolution starts with, which decides the build
   *     of a creature; of other cards their own name
   * @param hint what the author wishes for; {@link ArtHint#NONE} for nothing
   * @return an SVG element of 200 by 150
   */
  public static String svg(CardDefinition card, String family, ArtHint hint) {
    SeededRandom random = new SeededRandom(card.id());
    return frame(
        switch (card) {
          case CardDefinition.Pokemon pokemon ->
              scenery(pokemon, hint, random) + CreaturePicture.of(pokemon, family, hint, random);
          case CardDefinition.Trainer trainer ->
              backdrop(trainer.kind(), random) + still(trainer, hint, random);
          case CardDefinition.Energy energy -> ThingPicture.energy(energy, random);
        });
  }

  private static String frame(String content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 150\">"
        + content
        + "</svg>";
  }

  private static String still(CardDefinition.Trainer card, ArtHint hint, SeededRandom random) {
    return switch (card.kind()) {
      case ITEM, TOOL -> ThingPicture.item(card.name(), hint, random);
      case SUPPORTER -> ThingPicture.supporter(random);
      case STADIUM -> ThingPicture.stadium(random);
    };
  }

  private static String backdrop(TrainerKind kind, SeededRandom random) {
    String light =
        switch (kind) {
          case ITEM -> "#e6eef0";
          case TOOL -> "#ece6f0";
          case SUPPORTER -> "#f6e7d2";
          case STADIUM -> "#dfeadd";
        };
    String deep =
        switch (kind) {
          case ITEM -> "#bfd2d8";
          case TOOL -> "#cbbfd8";
          case SUPPORTER -> "#e6c7a0";
          case STADIUM -> "#b5cdb0";
        };
    int turn = random.integer(0, 90);
    StringBuilder rays = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      rays.append(
          """
          <path d="M100 75L140 -110L60 -110z" fill="%s" opacity=".55" transform="rotate(%s 100 75)"/>\
          """
              .formatted(light, turn + i * 40));
    }
    return "<rect width=\"200\" height=\"150\" fill=\"%s\"/>".formatted(deep) + rays;
  }

  /** Sky, a far ridge, signs of the type, and ground to stand on. */
  private static String scenery(CardDefinition.Pokemon card, ArtHint hint, SeededRandom random) {
    EnergyType type = card.types().isEmpty() ? EnergyType.COLORLESS : card.types().getFirst();
    Palette.Tone tone = Palette.tone(type);
    int sun = random.integer(40, 160);
    StringBuilder out = new StringBuilder();
    out.append("<rect width=\"200\" height=\"150\" fill=\"%s\"/>".formatted(tone.low()));
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"74\" fill=\"%s\" opacity=\".6\"/>"
            .formatted(sun, random.integer(38, 58), tone.high()));
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
            .formatted(sun, random.integer(34, 52), random.integer(34, 46), tone.high()));
    RuleBox box = card.ruleBox().orElse(RuleBox.NONE);
    if (box != RuleBox.NONE) {
      out.append(rays(box == RuleBox.MEGA ? 16 : 12, tone.high()));
    }
    out.append(ridge(tone.ground(), random, 92, "0.35"));
    out.append(ridge(tone.ground(), random, 106, "0.55"));
    EnergyType sign = hint.motif().orElse(type);
    for (int i = 0; i < 9; i++) {
      out.append(sign(sign, tone.frame(), random));
    }
    out.append(
        "<ellipse cx=\"100\" cy=\"150\" rx=\"150\" ry=\"30\" fill=\"%s\"/>"
            .formatted(tone.ground()));
    out.append("<ellipse cx=\"100\" cy=\"133\" rx=\"58\" ry=\"7\" fill=\"#000\" opacity=\".16\"/>");
    return out.toString();
  }

  private static String sign(EnergyType type, String color, SeededRandom random) {
    double size = random.between(0.5, 1.2);
    int x = random.integer(4, 190);
    int y = random.integer(4, 92);
    String paint =
        Palette.isLined(type)
            ? "fill=\"none\" stroke=\"" + color + "\" stroke-width=\"1.500\""
            : "fill=\"" + color + "\"";
    return """
    <path d="%s" %s opacity="%s" transform="translate(%s %s) rotate(%s) scale(%s) translate(-12 -12)"/>\
    """
        .formatted(
            Palette.sign(type),
            paint,
            fixed(0.12 + random.next() * 0.12, 2),
            x,
            y,
            random.integer(-30, 30),
            fixed(size, 2));
  }

  private static String ridge(String color, SeededRandom random, int height, String opacity) {
    StringBuilder path = new StringBuilder("M0 150V" + (height + random.integer(-8, 8)));
    for (int x = 0; x < 200; x += 50) {
      path.append(
          "Q%s %s %s %s"
              .formatted(
                  x + 25,
                  height + random.integer(-22, 10),
                  x + 50,
                  height + random.integer(-8, 8)));
    }
    return "<path d=\"%sV150z\" fill=\"%s\" opacity=\"%s\"/>".formatted(path, color, opacity);
  }

  private static String rays(int count, String color) {
    StringBuilder rays = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rays.append(
          """
          <path d="M100 80L106 -60L94 -60z" fill="#fff" opacity=".5" transform="rotate(%s 100 80)"/>\
          """
              .formatted(number(360.0 / count * i)));
    }
    return rays
        + "<circle cx=\"100\" cy=\"80\" r=\"46\" fill=\"%s\" opacity=\".8\"/>".formatted(color);
  }
}
