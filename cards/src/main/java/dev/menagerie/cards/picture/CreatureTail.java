package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.fixed;
import static dev.menagerie.cards.picture.Palette.number;

import dev.menagerie.rules.card.EnergyType;

/** The tail of a creature, in the colors of its coat ({@code pokemon-parts.ts}). */
record CreatureTail(Coat coat) {
  /** A tail ends in what its type is about. */
  String drawn(EnergyType type, double x, double y, double scale) {
    String stem =
        CreatureParts.stroke("M-8 6C10 8 20 -2 20 -16", coat.line(), 11)
            + CreatureParts.stroke("M-8 6C10 8 20 -2 20 -16", coat.main(), 6.5);
    return """
    <g transform="translate(%s %s) scale(%s)">\
    """
            .formatted(number(x), number(y), fixed(scale, 2))
        + stem
        + tip(type)
        + "</g>";
  }

  private String tip(EnergyType type) {
    return switch (type) {
      case FIRE ->
          outlined(
                  "M20 -48C23 -38 32 -34 32 -23A12 12 0 0 1 8 -23C8 -29 11 -32 13 -35C14 -32 15 -31"
                      + " 17 -30C16 -38 18 -42 20 -48z",
                  "#f08c2e")
              + """
              <path d="M20 -34C22 -29 26 -27 26 -22A6 6 0 0 1 14 -22C14 -26 18 -28 20 -34z" fill="#ffd86b"/>\
              """;
      case GRASS ->
          outlined("M20 -14C6 -26 10 -42 26 -50C34 -36 32 -22 20 -14z", coat.accent())
              + """
              <path d="M20 -16C20 -28 23 -38 25 -44" fill="none" stroke="%s" stroke-width="1.600"/>\
              """
                  .formatted(coat.line());
      case LIGHTNING -> outlined("M14 -14L34 -34L24 -36L40 -58L8 -38L18 -34z", "#f6cf3f");
      case WATER ->
          outlined(
              "M20 -14C4 -18 0 -34 4 -44C12 -38 16 -36 20 -30C24 -36 30 -40 38 -44C40 -32 34 -18 20"
                  + " -14z",
              coat.light());
      case PSYCHIC, FIGHTING, DARKNESS, METAL, FAIRY, DRAGON, COLORLESS ->
          """
          <circle cx="20" cy="-22" r="10" fill="%s" stroke="%s" stroke-width="2.200"/>\
          """
              .formatted(coat.accent(), coat.line());
    };
  }

  private String outlined(String path, String fill) {
    return """
    <path d="%s" fill="%s" stroke="%s" stroke-width="2.200"/>\
    """
        .formatted(path, fill, coat.line());
  }
}
