package dev.menagerie.rules.card;

import java.util.List;

/**
 * A game's cards are missing or have changed since it began. The game is unchanged and can continue
 * where its cards are available.
 */
public final class CardsChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> missing;
  private final transient List<String> changed;

  CardsChanged(List<String> missing, List<String> changed) {
    super("cards missing: " + names(missing) + "; changed: " + names(changed));
    this.missing = List.copyOf(missing);
    this.changed = List.copyOf(changed);
  }

  /** Ids of cards that are not known here. */
  public List<String> missing() {
    return missing;
  }

  /** Ids of cards that say something else here. */
  public List<String> changed() {
    return changed;
  }

  private static String names(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }
}
