package dev.menagerie.server.preview;

import java.util.function.DoubleBinaryOperator;

/** A picture of smooth shapes; coordinates are pixels, the origin is the upper left corner. */
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] pixels;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new byte[width * height * 3];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Rows from above, three bytes a pixel. */
  byte[] pixels() {
    return pixels;
  }

  /** A glow from the middle outwards. */
  void fill(int inner, int outer) {
    double far = Math.hypot(width / 2.0, height / 2.0);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double share = Math.hypot(x - width / 2.0, y - height / 2.0) / far;
        set(x, y, inner, 1);
        set(x, y, outer, share);
      }
    }
  }

  /** A rectangle with round corners, turned around its middle. */
  void card(double x, double y, double w, double h, double round, double degrees, int color) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    draw(
        x,
        y,
        Math.hypot(w, h) / 2,
        color,
        (dx, dy) -> {
          double across = Math.abs(dx * cos + dy * sin) - w / 2 + round;
          double down = Math.abs(dy * cos - dx * sin) - h / 2 + round;
          double outside = Math.hypot(Math.max(across, 0), Math.max(down, 0));
          return outside + Math.min(Math.max(across, down), 0) - round;
        });
  }

  void disc(double x, double y, double radius, int color) {
    draw(x, y, radius, color, (dx, dy) -> Math.hypot(dx, dy) - radius);
  }

  /** What two equal discs have in common: pointed on the left and on the right. */
  void lens(double x, double y, double w, double h, int color) {
    double radius = (w * w + h * h) / (4 * h);
    double apart = radius - h / 2;
    draw(x, y, w / 2, color, (dx, dy) -> Math.hypot(dx, Math.abs(dy) + apart) - radius);
  }

  /** A triangle that points to the right, around its middle. */
  void arrow(double x, double y, double size, int color) {
    draw(
        x,
        y,
        size * 1.2,
        color,
        (dx, dy) -> Math.max(-dx - size * 0.5, Math.abs(dy) * 0.87 + dx * 0.5 - size * 0.5));
  }

  /** Draws a shape by the distance of a point to its edge, which is negative inside. */
  private void draw(double x, double y, double reach, int color, DoubleBinaryOperator distance) {
    int top = Math.max(0, (int) (y - reach - 1));
    int bottom = Math.min(height - 1, (int) (y + reach + 1));
    int left = Math.max(0, (int) (x - reach - 1));
    int right = Math.min(width - 1, (int) (x + reach + 1));
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double away = distance.applyAsDouble(column + 0.5 - x, row + 0.5 - y);
        set(column, row, color, Math.clamp(0.5 - away, 0, 1));
      }
    }
  }

  private void set(int x, int y, int color, double share) {
    int at = (y * width + x) * 3;
    for (int i = 0; i < 3; i++) {
      int wanted = (color >> (16 - 8 * i)) & 0xff;
      int present = pixels[at + i] & 0xff;
      pixels[at + i] = (byte) Math.round(present + (wanted - present) * share);
    }
  }
}
