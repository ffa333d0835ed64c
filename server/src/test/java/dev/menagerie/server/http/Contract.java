package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.menagerie.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares answers with what an OpenAPI document says they are, and remembers which it has met. */
public final class Contract {
  private final JsonNode openApi;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Set<String> met = new ConcurrentSkipListSet<>();

  public Contract(JsonNode openApi) {
    this.openApi = openApi;
  }

  /** Checks a response against the contract; calls of undocumented paths are ignored. */
  public void check(String method, String path, int status, String media, byte[] body) {
    var item = item(path);
    var operation =
        item.map(found -> found.path(method(method))).filter(JsonNode::isObject).orElse(null);
    if (operation == null) return;
    var call = method + " " + path;
    var said = operation.path("responses").path(Integer.toString(status));
    assertThat(said.isObject()).as("%s says it may answer %s", call, status).isTrue();
    var text = new String(body, StandardCharsets.UTF_8);
    met.add(name(operation, status, code(media, text)));
    if (!said.has("content") || method.equals("HEAD")) {
      assertThat(text).as("%s answers %s without a body", call, status).isEmpty();
      return;
    }
    var schema = said.path("content").path(media).path("schema");
    assertThat(schema.isObject()).as("%s says it answers %s as %s", call, status, media).isTrue();
    var compiled = schemas.computeIfAbsent(schema.toString(), _ -> compiled(schema));
    assertThat(compiled.validate(text, InputFormat.JSON))
        .as("%s answers as it says: %s", call, text)
        .isEmpty();
  }

  /** Everything the document says that has not been met; the codes given are left out. */
  public Set<String> notMet(Set<String> codes) {
    var missing = new TreeSet<String>();
    for (var item : openApi.path("paths")) {
      for (var operation : item) {
        operation
            .path("responses")
            .properties()
            .forEach(
                said -> missing.addAll(names(operation, said.getKey(), said.getValue(), codes)));
      }
    }
    missing.removeAll(met);
    return missing;
  }

  private static List<String> names(
      JsonNode operation, String status, JsonNode said, Set<String> left) {
    int number = Integer.parseInt(status);
    if (number < 400) return List.of(name(operation, number, ""));
    return List.of(said.path("description").asString().split(", ")).stream()
        .filter(code -> !left.contains(code))
        .map(code -> name(operation, number, code))
        .toList();
  }

  private static String name(JsonNode operation, int status, String code) {
    return (operation.path("operationId").asString() + " " + status + " " + code).strip();
  }

  private static String code(String media, String body) {
    if (!media.equals(ProblemDocument.MEDIA_TYPE)) return "";
    return Json.read(body, ProblemDocument.class).code();
  }

  private static String method(String method) {
    return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
  }

  /** Plain segments win over places. */
  private Optional<JsonNode> item(String path) {
    var paths = openApi.path("paths");
    if (paths.has(path)) return Optional.of(paths.path(path));
    return paths.properties().stream()
        .filter(entry -> matches(entry.getKey().split("/", -1), path.split("/", -1)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String[] template, String[] path) {
    if (template.length != path.length) return false;
    for (int i = 0; i < path.length; i++) {
      boolean place = template[i].startsWith("{") && !path[i].isEmpty();
      if (!place && !template[i].equals(path[i])) return false;
    }
    return true;
  }

  private Schema compiled(JsonNode schema) {
    var document = JsonNodeFactory.instance.objectNode();
    document.setAll((ObjectNode) schema.deepCopy());
    document.set("components", openApi.path("components"));
    return registry.getSchema(Json.text(document), InputFormat.JSON);
  }
}
