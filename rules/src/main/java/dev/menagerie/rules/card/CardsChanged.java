package dev.menagerie.rules.card;

import java.util.List;

/**
 * Thrown for a game whose cards are not all there as they were when it began. It stays as it is,
 * and goes on wherever they are.
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
