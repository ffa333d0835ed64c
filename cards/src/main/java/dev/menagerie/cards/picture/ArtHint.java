package dev.menagerie.cards.picture;

import dev.menagerie.rules.card.EnergyType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an author wants a card to be drawn. What is absent follows from the card's name and type. No
 * game depends on it.
 *
 * @param shape what is drawn: the build of a creature, or a thing
 * @param ears of a creature
 * @param palette at most two colors as {@code #rrggbb}: of the whole, and of details
 * @param motif the type whose sign is in the background of a creature
 */
public record ArtHint(
    Optional<Shape> shape, Optional<Ears> ears, List<String> palette, Optional<EnergyType> motif) {
  /** Nothing is wished for. */
  public static final ArtHint NONE =
      new ArtHint(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
  private static final int MOST_COLORS = 2;

  public ArtHint {
    palette = List.copyOf(palette);
    if (palette.size() > MOST_COLORS) {
      throw new IllegalArgumentException("a palette has at most " + MOST_COLORS + " colors");
    }
    for (String color : palette) {
      if (!COLOR.matcher(color).matches()) {
        throw new IllegalArgumentException("a color is #rrggbb in lower case, not " + color);
      }
    }
  }

  /** What a picture shows. */
  public enum Shape {
    ROUND,
    WALKER,
    BIRD,
    SERPENT,
    SWIMMER,
    UPRIGHT,
    BUG,
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
    WHISTLE;

    /** Whether it is the build of a creature. */
    public boolean isCreature() {
      return ordinal() <= BUG.ordinal();
    }
  }

  /** What a creature has on its head. */
  public enum Ears {
    POINTED,
    ROUND,
    LONG,
    HORNS,
    ANTENNAE,
    TUFT
  }
}
