package dev.menagerie.cards.picture;

import dev.menagerie.cards.picture.Palette.Tone;
import dev.menagerie.rules.card.EnergyType;
import java.util.List;

/** The colors of a creature. */
record Coat(String main, String dark, String light, String accent, String line) {
  /** By its type, with small differences between families and cards. */
  static Coat of(EnergyType type, SeededRandom family, SeededRandom own) {
    Tone tone = Palette.tone(type);
    double hue = tone.hue() + family.between(-16, 16) + own.between(-4, 4);
    double saturation = tone.saturation() + family.between(-8, 8);
    double lightness =
        switch (type) {
          case DARKNESS -> 40;
          case METAL -> 60;
          case GRASS, FIRE, WATER, LIGHTNING, PSYCHIC, FIGHTING, FAIRY, DRAGON, COLORLESS -> 56;
        };
    double bright = lightness + family.between(-5, 7);
    double far = hue + family.pick(List.of(150, 180, 210, 40, -40));
    return new Coat(
        Palette.hsl(hue, saturation, bright),
        Palette.hsl(hue - 6, saturation * 0.95, bright - 17),
        Palette.hsl(hue + 12, saturation * 0.7, Math.min(92, bright + 28)),
        Palette.hsl(far, 52, 60),
        Palette.hsl(hue - 10, saturation * 0.6, 20));
  }

  /** In the colors of a palette: its first is the whole, its second the details. */
  Coat painted(List<String> palette) {
    if (palette.isEmpty()) {
      return this;
    }
    String whole = palette.getFirst();
    return new Coat(
        whole,
        Palette.mixed(whole, 0, 0.3),
        Palette.mixed(whole, 255, 0.45),
        palette.size() > 1 ? palette.get(1) : accent,
        Palette.mixed(whole, 0, 0.65));
  }
}
