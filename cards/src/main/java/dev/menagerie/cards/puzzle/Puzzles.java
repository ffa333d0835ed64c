package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A set of puzzles; every day has one of them. Immutable. */
public record Puzzles(List<Puzzle> all) {
  /** Puzzles of a file at most. */
  public static final int MAX_PUZZLES = 1_000;

  private static final String SHIPPED = "/menagerie/puzzles.json";

  public Puzzles {
    all = List.copyOf(all);
    if (all.isEmpty() || all.size() > MAX_PUZZLES) {
      throw new IllegalArgumentException("puzzles are from 1 to " + MAX_PUZZLES);
    }
  }

  /** A file of puzzles: scenarios. */
  record PuzzleFile(List<JsonNode> puzzles) {}

  /** The puzzles that come with the game. A test has proved them. Read at the first call. */
  public static Puzzles shipped() {
    return Shipped.PUZZLES;
  }

  /** A class of its own, so that reading the puzzles is no part of a server's start. */
  private static final class Shipped {
    static final Puzzles PUZZLES = read(SHIPPED, Resource.text(SHIPPED), CardSets.load());
  }

  /**
   * The puzzles of a file, unproved.
   *
   * @throws dev.menagerie.cards.set.InvalidFiles naming what is wrong with the first bad one
   * @throws dev.menagerie.codec.InvalidJson if it is no file of puzzles
   */
  public static Puzzles read(String file, String json, CardSets sets) {
    JsonNode tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
    List<JsonNode> scenarios = Json.bind(tree, PuzzleFile.class).puzzles();
    List<Puzzle> puzzles = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      puzzles.add(Puzzle.of(file + ": puzzles[" + i + "]", scenarios.get(i), sets));
    }
    return new Puzzles(puzzles);
  }

  /** The puzzle of a day: the same everywhere, and all of them before one comes again. */
  public Puzzle of(LocalDate day) {
    return all.get((int) Math.floorMod(day.toEpochDay(), (long) all.size()));
  }
}
