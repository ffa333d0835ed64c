package dev.menagerie.server.wiring;

import dev.menagerie.cards.puzzle.Puzzles;
import dev.menagerie.server.postgres.PostgresSolvedPuzzles;
import dev.menagerie.server.puzzle.PuzzleRoutes;
import dev.menagerie.server.rest.RefusalProblems;
import java.time.InstantSource;

/** The daily puzzle, wired. */
final class PuzzleWiring {
  private PuzzleWiring() {}

  static PuzzleRoutes routes(StoreWiring stores, InstantSource clock) {
    var solved = new PostgresSolvedPuzzles(stores.database());
    return new PuzzleRoutes(Puzzles::shipped, solved, clock, RefusalProblems::of);
  }
}
