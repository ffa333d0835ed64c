package dev.menagerie.cards.picture;

import dev.menagerie.rules.card.EnergyType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The colors and signs of types, and numbers as pictures write them. */
final class Palette {
  private Palette() {}

  /**
   * The colors a type is drawn in.
   *
   * @param hue of its creatures, in degrees
   * @param saturation of its creatures, in percent
   * @param frame of its sign
   * @param high of the sky
   * @param low of the sky
   */
  record Tone(int hue, int saturation, String frame, String high, String low, String ground) {}

  static Tone tone(EnergyType type) {
    return switch (type) {
      case GRASS -> new Tone(105, 42, "#5f8f4a", "#e3efcf", "#b9d6a0", "#86ad6a");
      case FIRE -> new Tone(14, 72, "#c9582f", "#fde6cc", "#f3b78a", "#b9663e");
      case WATER -> new Tone(203, 55, "#3f7fa8", "#d9edf5", "#9fcbe0", "#5d9bbb");
      case LIGHTNING -> new Tone(45, 85, "#c9971a", "#fdf3c6", "#f3d98a", "#c7a64b");
      case PSYCHIC -> new Tone(292, 34, "#8c5a9c", "#f0e2f2", "#d0b2d8", "#9f7bab");
      case FIGHTING -> new Tone(22, 45, "#a5673f", "#f2e2d0", "#d9b592", "#a97c56");
      case DARKNESS -> new Tone(245, 18, "#474761", "#8f8fab", "#5c5c7c", "#3d3d56");
      case METAL -> new Tone(208, 10, "#73818c", "#e8edf0", "#bcc8cf", "#8d9ba3");
      case FAIRY -> new Tone(338, 55, "#bf6488", "#fbe3eb", "#f0b8cb", "#cc8ba3");
      case DRAGON -> new Tone(168, 38, "#3f8577", "#f0e6c8", "#cfd6a8", "#7f9a6e");
      case COLORLESS -> new Tone(38, 24, "#8f8672", "#f3eee2", "#dcd2bd", "#b3a78c");
    };
  }

  /** A sign of 24 by 24 for each type, distinguishable without color. */
  static String sign(EnergyType type) {
    return switch (type) {
      case GRASS -> "M5 19C4 10 10 4 20 4c0 10-5 15-12 14.500M5 20c1.500-5 4.500-8 9-10.500";
      case FIRE ->
          "M12 3c1 4 5.500 6 5.500 11a5.500 5.500 0 0 1-11 0c0-2.500 1.500-4 2.500-5.500.5 1.500 1"
              + " 2 2 2.500C11.500 8.500 11 6 12 3z";
      case WATER -> "M12 3c3.500 4.500 6 7.500 6 11a6 6 0 0 1-12 0c0-3.500 2.500-6.500 6-11z";
      case LIGHTNING -> "M13.500 2.500L5.500 13.500h5l-1.500 8 9-12h-5.500z";
      case PSYCHIC ->
          "M12 12m-8 0c2.500-5 13.500-5 16 0-2.500 5-13.500 5-16 0zM12 12m-2.600 0a2.600 2.600 0 1"
              + " 0 5.200 0a2.600 2.600 0 1 0-5.200 0";
      case FIGHTING -> "M6 10l3-4 4-1 5 3 1 5-2 5-6 2-5-3z M9 11l9 0 M8.500 15l8 0";
      case DARKNESS -> "M15.500 3.500a9 9 0 1 0 5 12.500 7.500 7.500 0 0 1-5-12.500z";
      case METAL ->
          "M12 3l7.800 4.500v9L12 21l-7.800-4.500v-9z M12 8.500l3 1.750v3.500L12"
              + " 15.500l-3-1.750v-3.500z";
      case FAIRY ->
          "M12 2.500l2.300 7.200 7.200 2.300-7.200 2.300L12 21.500l-2.300-7.200L2.500"
              + " 12l7.200-2.300z";
      case DRAGON ->
          "M4 6c5-1 8 0 10 3l6-2-3 5 2 5-5-1c-2 3-5 4-9 3 3-1 4-3 3.500-5.500C8 10 6.500 8 4 6z";
      case COLORLESS ->
          "M12 4.500l2.200 4.900 5.300.6-3.900 3.600 1.100 5.300L12 16.200l-4.700 2.700"
              + " 1.100-5.300L4.500 10l5.300-.6z";
    };
  }

  /** Whether a type's sign is drawn as lines. */
  static boolean isLined(EnergyType type) {
    return switch (type) {
      case GRASS, PSYCHIC, FIGHTING, METAL -> true;
      case FIRE, WATER, LIGHTNING, DARKNESS, FAIRY, DRAGON, COLORLESS -> false;
    };
  }

  /** A color {@code #rrggbb} on its way to black (0) or white (255). */
  static String mixed(String color, int towards, double part) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < color.length(); at += 2) {
      int value = Integer.parseInt(color.substring(at, at + 2), 16);
      long channel = rounded(value + (towards - value) * part);
      mixed.append(String.format(Locale.ROOT, "%02x", channel));
    }
    return mixed.toString();
  }

  /** A color by its hue in degrees, saturation and lightness in percent. */
  static String hsl(double hue, double saturation, double lightness) {
    double kept = Math.max(0, Math.min(100, saturation));
    return "hsl("
        + rounded((hue + 360) % 360)
        + " "
        + rounded(kept)
        + "% "
        + rounded(lightness)
        + "%)";
  }

  /** Half is rounded up, as browsers do. */
  private static long rounded(double value) {
    return (long) Math.floor(value + 0.5);
  }

  /** A number as the page writes it: the shortest form that means it. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : new BigDecimal(Double.toString(value)).toPlainString();
  }

  /** A number with that many decimals. */
  static String fixed(double value, int decimals) {
    BigDecimal fixed = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return (value < 0 && fixed.signum() == 0 ? "-" : "") + fixed.toPlainString();
  }
}
