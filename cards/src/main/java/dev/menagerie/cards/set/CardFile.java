package dev.menagerie.cards.set;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A card-set file with the name it is reported under. It is read as JSON; whether its cards can be
 * played with is for {@link CardFiles} to say.
 */
public record CardFile(String file, CardSet content) {

  /** Reads a set, or adds everything that is wrong to {@code problems}. */
  static Optional<CardFile> read(String file, String json, List<FileProblem> problems) {
    try {
      JsonNode tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
      Map<String, ArtHint> art = ArtHints.take(tree);
      readTexts(tree);
      CardSet.Content content = Json.bind(tree, CardSet.Content.class);
      return Optional.of(new CardFile(file, new CardSet(content.set(), content.cards(), art)));
    } catch (InvalidJson refused) {
      problems.addAll(located(file, refused.problems()));
      return Optional.empty();
    }
  }

  /**
   * Replaces the texts of a file's {@code cards} by the programs that they mean, and takes the
   * hints for pictures out.
   *
   * @throws InvalidJson naming each text and hint that cannot be read
   */
  public static void readTexts(JsonNode file) {
    ArtHints.take(file);
    List<JsonProblem> unread = WrittenPrograms.read(file);
    if (!unread.isEmpty()) {
      throw new InvalidJson(unread);
    }
  }

  /** Problems of a document as problems of a file. */
  public static List<FileProblem> located(String file, List<JsonProblem> problems) {
    List<FileProblem> located = new ArrayList<>();
    for (JsonProblem problem : problems) {
      located.add(new FileProblem(file, bare(problem.path()), problem.message()));
    }
    return List.copyOf(located);
  }

  private static String bare(String path) {
    return path.startsWith("$.") ? path.substring(2) : path;
  }
}
