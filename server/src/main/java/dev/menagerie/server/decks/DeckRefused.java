package dev.menagerie.server.decks;

import dev.menagerie.codec.JsonProblem;
import java.util.List;

/** Why nothing was done with a deck. */
public sealed interface DeckRefused {
  /** It breaks rules: these, and no others. */
  record Invalid(List<JsonProblem> problems) implements DeckRefused {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** The player has no such deck. */
  record NotFound() implements DeckRefused {}

  /** It comes with the game. */
  record Starter() implements DeckRefused {}

  /** The player has as many as one may have. */
  record TooMany(int most) implements DeckRefused {}
}
