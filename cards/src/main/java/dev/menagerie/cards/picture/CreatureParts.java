package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.fixed;
import static dev.menagerie.cards.picture.Palette.number;

import dev.menagerie.cards.picture.ArtHint.Ears;
import dev.menagerie.rules.card.EnergyType;

/**
 * Parts that creatures are put together from, in the colors of one coat ({@code pokemon-parts.ts}).
 */
record CreatureParts(Coat coat) {
  /** What is on a creature's skin. */
  enum Marks {
    SPOTS,
    STRIPES,
    BELLY,
    MASK
  }

  String shape(String path) {
    return shape(path, coat.main());
  }

  String shape(String path, String fill) {
    return """
    <path d="%s" fill="%s" stroke="%s" stroke-width="2.600"/>\
    """
        .formatted(path, fill, coat.line());
  }

  static String stroke(String path, String color, double width) {
    return stroke(path, color, width, "1");
  }

  static String stroke(String path, String color, double width, String opacity) {
    return """
    <path d="%s" fill="none" stroke="%s" stroke-width="%s" opacity="%s"/>\
    """
        .formatted(path, color, number(width), opacity);
  }

  String ears(Ears ears, double x, double y, double spread, int grown) {
    return ear(ears, x, y, spread, grown, -1) + ear(ears, x, y, spread, grown, 1);
  }

  private String ear(Ears ears, double x, double y, double spread, int grown, int side) {
    double longer = 1 + grown * 0.22;
    String place =
        "translate(%s %s) scale(%s %s)"
            .formatted(number(x + side * spread), number(y), number(side * longer), number(longer));
    String drawn =
        switch (ears) {
          case POINTED -> both("M-12 8L6 -24L14 14z", "M-5 5L5 -15L9 9z");
          case ROUND -> both("M-10 8A13 13 0 1 1 14 4z", "M-5 4A8 8 0 1 1 9 2z");
          case LONG ->
              both(
                  "M-9 10C-12 -18 2 -44 11 -40C20 -34 14 -6 8 12z",
                  "M-3 5C-5 -14 4 -32 9 -30C13 -26 9 -6 5 7z");
          case HORNS ->
              """
              <path d="M-8 8C-4 -6 4 -12 14 -22C16 -6 12 4 6 12z" fill="%s" stroke="%s" stroke-width="2.400"/>\
              """
                  .formatted(coat.light(), coat.line());
          case ANTENNAE ->
              stroke("M-4 8C0 -14 8 -20 14 -24", coat.line(), 3)
                  + """
                  <circle cx="15" cy="-26" r="5" fill="%s" stroke="%s" stroke-width="2"/>\
                  """
                      .formatted(coat.accent(), coat.line());
          case TUFT ->
              shape("M-12 10C-8 -8 4 -16 16 -18C12 -12 14 -8 18 -6C12 -4 12 2 14 8z", coat.dark());
        };
    return "<g transform=\"" + place + "\">" + drawn + "</g>";
  }

  private String both(String outer, String inner) {
    return shape(outer)
        + """
        <path d="%s" fill="%s" opacity=".8"/>\
        """
            .formatted(inner, coat.light());
  }

  /** What growing up adds on top of the head. */
  String crest(int grown, double x, double y) {
    return switch (grown) {
      case 0 -> "";
      case 1 -> spike(x, y, 0, 14, 2);
      default -> spike(x, y, -11, 13, -5) + spike(x, y, 11, 13, 5) + spike(x, y, 0, 22, 0);
    };
  }

  private String spike(double x, double y, double dx, double height, double tilt) {
    return """
    <path d="M%s %sL%s %sL%s %sz" fill="%s" stroke="%s" stroke-width="2.200"/>\
    """
        .formatted(
            number(x + dx - 6),
            number(y + 4),
            number(x + dx + tilt),
            number(y - height),
            number(x + dx + 6),
            number(y + 4),
            coat.accent(),
            coat.line());
  }

  String spine(int grown, double x, double y, double width) {
    StringBuilder spine = new StringBuilder();
    for (int i = 0; i <= grown; i++) {
      double at = x - width / 3 + (i * width) / 3;
      spine.append(
          """
          <path d="M%s %sL%s %sL%s %sz" fill="%s" stroke="%s" stroke-width="2.200"/>\
          """
              .formatted(
                  number(at - 8),
                  number(y + 6),
                  number(at + 5),
                  number(y - 12),
                  number(at + 10),
                  number(y + 6),
                  coat.accent(),
                  coat.line()));
    }
    return spine.toString();
  }

  String marks(Marks marks, double x, double y, double reach, SeededRandom own) {
    return switch (marks) {
      case BELLY, MASK ->
          """
          <ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s" opacity=".85"/>\
          """
              .formatted(
                  number(x),
                  number(y + reach * 0.3),
                  number(reach * 0.72),
                  number(reach * 0.66),
                  coat.light());
      case SPOTS -> spots(x, y, reach, own);
      case STRIPES ->
          stripe(x - 0.6 * reach, y) + stripe(x + 0 * reach, y) + stripe(x + 0.6 * reach, y);
    };
  }

  private String spots(double x, double y, double reach, SeededRandom own) {
    StringBuilder spots = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      double angle = own.between(0, Math.PI * 2);
      double far = own.between(0.25, 0.95) * reach;
      spots.append(
          """
          <circle cx="%s" cy="%s" r="%s" fill="%s" opacity=".7"/>\
          """
              .formatted(
                  fixed(x + Math.cos(angle) * far, 1),
                  fixed(y + 8 + Math.sin(angle) * far * 0.55, 1),
                  fixed(own.between(2.5, 5), 1),
                  coat.dark()));
    }
    return spots.toString();
  }

  private String stripe(double x, double y) {
    String path =
        "M%s %sQ%s %s %s %s"
            .formatted(
                number(x - 4),
                number(y - 4),
                number(x + 5),
                number(y + 8),
                number(x - 3),
                number(y + 20));
    return stroke(path, coat.dark(), 5, ".75");
  }

  String foot(double x, double y) {
    return """
    <ellipse cx="%s" cy="%s" rx="13" ry="7" fill="%s" stroke="%s" stroke-width="2.400"/>\
    """
        .formatted(number(x), number(y - 4), coat.dark(), coat.line());
  }

  String leg(double x, double y, boolean isFar) {
    return """
    <path d="M%1$s %2$sV-4Q%1$s 0 %3$s 0H%4$sQ%5$s -2 %6$s -6L%4$s %2$sz" fill="%7$s" stroke="%8$s" stroke-width="2.400"/>\
    """
        .formatted(
            number(x - 9),
            number(y),
            number(x - 4),
            number(x + 7),
            number(x + 10),
            number(x + 8),
            isFar ? coat.dark() : coat.main(),
            coat.line());
  }

  String talon(double x) {
    String path =
        "M%s -12V-2M%s 0L%s -3L%s 0".formatted(number(x), number(x - 7), number(x), number(x + 7));
    return stroke(path, coat.line(), 3.4);
  }

  String arm(double x, double y, double angle) {
    return """
    <g transform="translate(%s %s) rotate(%s)">\
    <path d="M-7 -4C-8 10 -6 20 0 22C6 20 8 10 7 -4z" fill="%s" stroke="%s" stroke-width="2.400"/></g>\
    """
        .formatted(number(x), number(y), number(angle), coat.main(), coat.line());
  }

  String wing(double x, double y, double scale, int side) {
    return """
    <g transform="translate(%s %s) scale(%s %s)"><path d="M-6 14C-4 -16 20 -34 50 -36C46 -28 48 -24 52 \
    -20C44 -18 44 -12 46 -7C38 -8 36 -2 36 4C28 2 24 8 20 14C12 22 -4 26 -6 14z" fill="%s" stroke="%s" \
    stroke-width="2.400"/><path d="M4 8C12 -8 24 -18 38 -24M8 12C16 2 24 -6 34 -9" fill="none" stroke="%s" \
    stroke-width="2" opacity=".7"/></g>\
    """
        .formatted(
            number(x),
            number(y),
            fixed(side * scale, 2),
            fixed(scale, 2),
            coat.light(),
            coat.line(),
            coat.dark());
  }

  String fin(double x, double y, double scale, double angle) {
    return """
    <g transform="translate(%s %s) rotate(%s) scale(%s)"><path d="M-4 -8C10 -22 24 -24 34 -22C28 -12 28 -4 34 \
    10C22 14 8 12 -4 8z" fill="%s" stroke="%6$s" stroke-width="2.400"/><path d="M6 -4L24 -14M6 2L24 4" \
    stroke="%6$s" stroke-width="1.600" opacity=".5"/></g>\
    """
        .formatted(
            number(x), number(y), number(angle), fixed(scale, 2), coat.accent(), coat.line());
  }

  static String bubbles(EnergyType type, SeededRandom own) {
    if (type != EnergyType.WATER) {
      return "";
    }
    StringBuilder bubbles = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      bubbles.append(
          """
          <circle cx="%s" cy="%s" r="%s" fill="#fff" opacity=".55"/>\
          """
              .formatted(
                  own.integer(-86, -58), own.integer(-100, -40), fixed(own.between(2, 5), 1)));
    }
    return bubbles.toString();
  }
}
