package dev.menagerie.cards.set;

import dev.menagerie.cards.text.CardTextParser;
import dev.menagerie.cards.text.UnknownPhrase;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.TrainerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts programs in the place of texts: an author may write a {@code text} as the card says it
 * instead of {@code effects}, {@code abilities}, {@code pre} and {@code post}.
 */
final class WrittenPrograms {
  private static final String TEXT = "text";

  private final List<JsonProblem> problems = new ArrayList<>();

  private WrittenPrograms() {}

  /**
   * Changes the tree of a set file.
   *
   * @return what cannot be read, with its path
   */
  static List<JsonProblem> read(JsonNode set) {
    WrittenPrograms programs = new WrittenPrograms();
    JsonNode cards = set.path("cards");
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i) instanceof ObjectNode card) {
        programs.card("$.cards[" + i + "]", card);
      }
    }
    return List.copyOf(programs.problems);
  }

  private void card(String path, ObjectNode card) {
    for (String member : List.of("attacks", "abilities")) {
      JsonNode parts = card.path(member);
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i) instanceof ObjectNode part && part.path(TEXT).isString()) {
          String at = path + "." + member + "[" + i + "]";
          written(at, part, text -> part(member, part, text));
        }
      }
    }
    if (card.path(TEXT).isString()) {
      written(path, card, text -> whole(card, text));
    }
  }

  private interface Reader {
    void read(String text);
  }

  private void written(String path, ObjectNode node, Reader reader) {
    String text = node.remove(TEXT).stringValue();
    try {
      reader.read(text);
    } catch (UnknownPhrase unknown) {
      problems.add(new JsonProblem(path + "." + TEXT, String.valueOf(unknown.getMessage())));
    }
  }

  private static void part(String member, ObjectNode part, String text) {
    if (member.equals("abilities")) {
      part.setAll((ObjectNode) tree(CardTextParser.ability(part.path("name").asString(""), text)));
      return;
    }
    CardTextParser.AttackProgram attack = CardTextParser.attack(text);
    part.set("pre", Json.toTree(attack.pre()));
    attack.damage().ifPresent(damage -> part.set("damage", tree(damage)));
    part.set("post", Json.toTree(attack.post()));
  }

  private static void whole(ObjectNode card, String text) {
    String name = card.path("name").asString("");
    String kind = card.path("kind").asString("").toUpperCase(Locale.ROOT);
    switch (card.path("type").asString("") + " " + kind) {
      case "trainer ITEM", "trainer SUPPORTER" -> {
        CardTextParser.PlayProgram play = CardTextParser.play(text);
        play.playable().ifPresent(condition -> card.set("playable", tree(condition)));
        card.set("effects", Json.toTree(play.effects()));
      }
      case "trainer TOOL", "trainer STADIUM" ->
          card.set(
              "abilities",
              Json.toTree(CardTextParser.inPlay(TrainerKind.valueOf(kind), name, text)));
      case "energy " -> energy(card, CardTextParser.energy(name, text));
      default -> card.put(TEXT, text); // no text belongs here: the reader says so
    }
  }

  private static void energy(ObjectNode card, CardTextParser.EnergyProgram program) {
    program.attachesTo().ifPresent(where -> card.set("attaches_to", tree(where)));
    if (!program.provides().isEmpty()) {
      card.set("provides", Json.toTree(program.provides()));
    }
    card.set("abilities", Json.toTree(program.abilities()));
  }

  private static JsonNode tree(Object value) {
    return Json.toTree(value);
  }
}
