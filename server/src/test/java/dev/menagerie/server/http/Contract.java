package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.menagerie.codec.Json;
import dev.menagerie.socketio.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares answers with what the OpenAPI document says they are. */
final class Contract {
  private final ObjectNode openApi;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

  Contract(ObjectNode openApi) {
    this.openApi = openApi;
  }

  void check(Route<?, ?> route, HttpResponse response) {
    String verb = route.verb.name().toLowerCase(Locale.ROOT);
    String status = Integer.toString(response.status());
    var said =
        openApi.path("paths").path(route.path.text()).path(verb).path("responses").path(status);
    assertThat(said.isObject()).as("%s says it may answer %s", route, status).isTrue();
    if (!said.has("content")) {
      assertThat(response.body()).as("%s answers %s without a body", route, status).isEmpty();
      return;
    }
    String media = response.headers().first("Content-Type").orElse("");
    var schema = said.path("content").path(media).path("schema");
    assertThat(schema.isObject()).as("%s says it answers %s as %s", route, status, media).isTrue();
    String body = new String(response.body(), StandardCharsets.UTF_8);
    var errors =
        schemas
            .computeIfAbsent(schema.toString(), _ -> compiled(schema))
            .validate(body, InputFormat.JSON);
    assertThat(errors).as("%s answers as it says: %s", route, body).isEmpty();
  }

  private com.networknt.schema.Schema compiled(tools.jackson.databind.JsonNode schema) {
    var document = JsonNodeFactory.instance.objectNode();
    document.setAll((ObjectNode) schema.deepCopy());
    document.set("components", openApi.path("components"));
    return registry.getSchema(Json.text(document), InputFormat.JSON);
  }
}
