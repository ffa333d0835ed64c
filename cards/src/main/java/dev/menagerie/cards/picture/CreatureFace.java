package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.number;

/** The face of a creature, in the colors of its coat ({@code pokemon-parts.ts}). */
record CreatureFace(Coat coat) {
  /** How a creature looks at one. */
  enum Eyes {
    BRIGHT,
    DOTS,
    CALM
  }

  String drawn(
      Eyes eyes, CreatureParts.Marks marks, boolean isBeaked, double x, double y, double scale) {
    String mask =
        marks == CreatureParts.Marks.MASK
            ? """
            <path d="M-22 -2Q0 -14 22 -2Q20 12 10 9Q0 4 -10 9Q-20 12 -22 -2z" fill="%s" opacity=".8"/>\
            """
                .formatted(coat.dark())
            : "";
    String cheeks =
        """
        <ellipse cx="-19" cy="9" rx="4.500" ry="2.800" fill="%1$s" opacity=".65"/>\
        <ellipse cx="19" cy="9" rx="4.500" ry="2.800" fill="%1$s" opacity=".65"/>\
        """
            .formatted(coat.accent());
    String mouth =
        isBeaked
            ? ""
            : """
            <path d="M-5 10Q0 15 5 10" fill="none" stroke="%s" stroke-width="2.200"/>\
            """
                .formatted(coat.line());
    return """
    <g transform="translate(%s %s) scale(%s)">\
    """
            .formatted(number(x), number(y), number(scale))
        + mask
        + cheeks
        + eye(eyes, -1)
        + eye(eyes, 1)
        + mouth
        + "</g>";
  }

  private String eye(Eyes eyes, int side) {
    double x = side * 12;
    String line = coat.line();
    return switch (eyes) {
      case BRIGHT ->
          """
          <ellipse cx="%1$s" cy="0" rx="6" ry="7.500" fill="#fffdf6" stroke="%4$s" stroke-width="1.600"/>\
          <ellipse cx="%2$s" cy="1" rx="3.600" ry="5" fill="%4$s"/>\
          <circle cx="%3$s" cy="-1.800" r="1.700" fill="#fff"/>\
          """
              .formatted(number(x), number(x - 0.8), number(x + 0.8), line);
      case DOTS ->
          """
          <ellipse cx="%s" cy="0" rx="3.600" ry="4.800" fill="%s"/>\
          <circle cx="%s" cy="-1.800" r="1.300" fill="#fff"/>\
          """
              .formatted(number(x), line, number(x + 1.2));
      case CALM ->
          """
          <path d="M%1$s 0Q%2$s -6 %3$s 0Q%2$s 5.500 %1$s 0z" fill="#fffdf6" stroke="%4$s" stroke-width="1.600"/>\
          <circle cx="%2$s" cy="-.2" r="2.700" fill="%4$s"/>\
          """
              .formatted(number(x - 5), number(x), number(x + 5), line);
    };
  }
}
