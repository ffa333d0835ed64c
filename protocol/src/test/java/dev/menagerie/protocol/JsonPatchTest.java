package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonPatchTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void aPlayedCardIsOneRemovalAndOneAddition() {
    var from = tree("{'hand':[{'id':'a'},{'id':'b'},{'id':'c'}],'bench':[],'n':3}");
    var to = tree("{'hand':[{'id':'a'},{'id':'c'}],'bench':[{'id':'b'}],'n':2}");

    assertThat(JsonPatch.between(from, to))
        .isEqualTo(
            tree(
                """
                [{'op':'remove','path':'/hand/1'},
                 {'op':'add','path':'/bench/0','value':{'id':'b'}},
                 {'op':'replace','path':'/n','value':2}]\
                """));
  }

  @Test
  void namesAreEscapedAsRfc6901Says() {
    assertThat(JsonPatch.between(tree("{'a/b~c':1}"), tree("{'a/b~c':2}")).get(0).get("path"))
        .isEqualTo(NODES.stringNode("/a~1b~0c"));
  }

  @Test
  void equalTreesNeedNoPatch() {
    assertThat(JsonPatch.between(tree("[1,{'a':[]}]"), tree("[1,{'a':[]}]"))).isEmpty();
  }

  /** Any two trees: the patch, applied by the letter of RFC 6902, leads from one to the other. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void patchesLeadFromAnyTreeToAnyOther(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      var from = random(random, 4);
      var to = random.nextInt(3) == 0 ? random(random, 4) : mutated(random, from);
      var patch = JsonPatch.between(from, to);

      assertThat(applied(from, patch)).as("seed %d, round %d", seed, i).isEqualTo(to);
    }
  }

  static JsonNode applied(JsonNode from, ArrayNode patch) {
    var holder = NODES.objectNode();
    holder.set("root", from.deepCopy());
    for (var operation : patch) {
      var segments = ("root" + operation.get("path").stringValue()).split("/", -1);
      JsonNode parent = holder;
      for (int i = 0; i < segments.length - 1; i++) parent = step(parent, segments[i]);
      apply(parent, unescaped(segments[segments.length - 1]), operation);
    }
    return holder.get("root");
  }

  private static JsonNode step(JsonNode node, String segment) {
    return node.isArray() ? node.get(Integer.parseInt(segment)) : node.get(unescaped(segment));
  }

  private static void apply(JsonNode parent, String last, JsonNode operation) {
    var value = operation.get("value");
    switch (operation.get("op").stringValue()) {
      case "add" -> {
        if (parent instanceof ArrayNode array) array.insert(Integer.parseInt(last), value);
        else ((ObjectNode) parent).set(last, value);
      }
      case "remove" -> {
        if (parent instanceof ArrayNode array) array.remove(Integer.parseInt(last));
        else ((ObjectNode) parent).remove(last);
      }
      case "replace" -> {
        if (parent instanceof ArrayNode array) array.set(Integer.parseInt(last), value);
        else ((ObjectNode) parent).set(last, value);
      }
      default -> throw new AssertionError(operation);
    }
  }

  private static String unescaped(String segment) {
    return segment.replace("~1", "/").replace("~0", "~");
  }

  private static JsonNode random(RandomGenerator random, int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 5);
    return switch (kind) {
      case 0 -> NODES.numberNode(random.nextInt(5));
      case 1 -> NODES.stringNode("s" + random.nextInt(5));
      case 2 -> random.nextBoolean() ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
      case 3 -> {
        var array = NODES.arrayNode();
        for (int i = random.nextInt(6); i > 0; i--) array.add(random(random, depth - 1));
        yield array;
      }
      default -> {
        var object = NODES.objectNode();
        if (random.nextBoolean()) object.put("id", "i" + random.nextInt(6));
        for (int i = random.nextInt(5); i > 0; i--) {
          object.set("k" + random.nextInt(6), random(random, depth - 1));
        }
        yield object;
      }
    };
  }

  private static JsonNode mutated(RandomGenerator random, JsonNode node) {
    var copy = node.deepCopy();
    for (int i = random.nextInt(4); i >= 0; i--) mutate(random, copy);
    return copy;
  }

  private static void mutate(RandomGenerator random, JsonNode node) {
    if (node instanceof ArrayNode array) {
      int at = random.nextInt(array.size() + 1);
      if (at == array.size() || random.nextBoolean()) array.insert(at, random(random, 2));
      else if (random.nextBoolean()) array.remove(at);
      else mutate(random, array.get(at));
    } else if (node instanceof ObjectNode object) {
      object.set("k" + random.nextInt(6), random(random, 2));
    }
  }

  private static JsonNode tree(String json) {
    return MAPPER.readTree(json.replace('\'', '"'));
  }
}
