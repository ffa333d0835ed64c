package dev.menagerie.server.preview;

/** The picture of a link: two hands of cards, and a sign for what the link leads to. */
public enum PreviewPicture {
  /** An invitation: a free seat. */
  INVITE,
  /** A game that is being played. */
  WATCH,
  /** A game that is over. */
  REPLAY;

  /** The size that most programs show whole. */
  private static final int WIDTH = 1_200;

  private static final int HEIGHT = 630;

  private static final int FELT = 0x2f6f5e;
  private static final int FELT_DEEP = 0x163a33;
  private static final int BACK = 0x7a2e3a;
  private static final int BACK_LINE = 0xd9a441;
  private static final int PAPER = 0xf6efdf;
  private static final int[] ART = {0xd7793f, 0x3f86c8, 0x6aa84f};
  private static final int INK = 0x22302c;

  /** Draws the picture, as PNG; takes some hundred milliseconds. */
  public byte[] png() {
    var canvas = new Canvas(WIDTH, HEIGHT);
    canvas.fill(FELT, FELT_DEEP);
    for (int i = 0; i < 3; i++)
      back(canvas, 200 + 95 * i, 330 + 20 * Math.abs(i - 1), 14 * (i - 1));
    for (int i = 0; i < 3; i++)
      face(canvas, 810 + 95 * i, 330 + 20 * Math.abs(i - 1), 14 * (i - 1), ART[i]);
    canvas.disc(600, 330, 112, BACK_LINE);
    canvas.disc(600, 330, 100, PAPER);
    sign(canvas);
    return PngFile.of(canvas);
  }

  private void sign(Canvas canvas) {
    switch (this) {
      case INVITE -> {
        canvas.card(600, 330, 110, 22, 11, 0, INK);
        canvas.card(600, 330, 22, 110, 11, 0, INK);
      }
      case WATCH -> {
        canvas.lens(600, 330, 150, 88, INK);
        canvas.disc(600, 330, 34, PAPER);
        canvas.disc(600, 330, 18, INK);
      }
      case REPLAY -> canvas.arrow(600, 330, 66, INK);
    }
  }

  private static void back(Canvas canvas, double x, double y, double degrees) {
    canvas.card(x, y, 208, 290, 18, degrees, BACK_LINE);
    canvas.card(x, y, 196, 278, 14, degrees, BACK);
    canvas.disc(x, y, 52, BACK_LINE);
    canvas.disc(x, y, 42, BACK);
  }

  /** A creature of plain shapes: a body, two ears and two eyes. */
  private static void face(Canvas canvas, double x, double y, double degrees, int art) {
    canvas.card(x, y, 208, 290, 18, degrees, BACK_LINE);
    canvas.card(x, y, 196, 278, 14, degrees, PAPER);
    var card = new Turned(x, y, Math.toRadians(degrees));
    for (int side = -1; side <= 1; side += 2) card.disc(canvas, 38 * side, -88, 22, art);
    card.disc(canvas, 0, -40, 64, art);
    for (int side = -1; side <= 1; side += 2) card.disc(canvas, 22 * side, -50, 8, INK);
    for (int line = 0; line < 2; line++) {
      int down = 66 + 26 * line;
      canvas.card(card.x(0, down), card.y(0, down), 140, 10, 5, degrees, INK);
    }
  }

  /** Places on a card that is turned around its middle. */
  private record Turned(double x, double y, double angle) {
    double x(double across, double down) {
      return x + across * Math.cos(angle) - down * Math.sin(angle);
    }

    double y(double across, double down) {
      return y + across * Math.sin(angle) + down * Math.cos(angle);
    }

    void disc(Canvas canvas, double across, double down, double radius, int color) {
      canvas.disc(x(across, down), y(across, down), radius, color);
    }
  }
}
