package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.SchemaDescriptions;
import dev.menagerie.server.http.OpenApi;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a running server describes everything in it, and shows an example. */
class OpenApiDescriptionsTest {
  private static final ObjectNode DOCUMENT =
      (ObjectNode) Api.of(Servers.shared()).get("/openapi.json").ok();
  private static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");

  @Test
  void everySchemaAndMemberHasADescriptionAndAnExample() {
    assertThat(SchemaDescriptions.missing(DOCUMENT)).isEmpty();
  }

  @Test
  void everyCallAndParameterHasADescriptionAndEveryBodyAnExample() {
    for (var call : operations()) {
      var id = call.path("operationId").asString();
      assertThat(call.path("description").asString("")).as(id).isNotEmpty();
      for (var parameter : call.path("parameters")) {
        assertThat(parameter.has("description")).as(id + " " + parameter).isTrue();
        assertThat(parameter.has("example")).as(id + " " + parameter).isTrue();
      }
      for (var content : call.findValues("content")) {
        for (var media : content) {
          assertThat(media.has("example")).as(id).isTrue();
          fits(id, media.path("schema"), media.path("example"));
        }
      }
    }
  }

  @Test
  void theExampleOfEverySchemaFitsIt() {
    SCHEMAS.forEachEntry((name, schema) -> fits(name, schema, schema.path("examples").path(0)));
  }

  @Test
  void schemasAreNamedAsOnTheWire() {
    assertThat(SCHEMAS.propertyNames())
        .noneMatch(name -> name.matches(".*(View(?!er)|Routes|Body).*"));
  }

  @Test
  void nothingIsDescribedThatDoesNotExist() {
    var file = SchemaDescriptions.read(OpenApi.class, "/descriptions/rest.json");
    var calls = new HashSet<String>();
    var parameters = new HashSet<String>();
    for (var call : operations()) {
      calls.add(call.path("operationId").asString());
      call.path("parameters").forEach(one -> parameters.add(one.path("name").asString()));
    }
    var members = new HashSet<String>();
    DOCUMENT.findValues("properties").forEach(one -> members.addAll(names(one)));
    assertThat(calls).containsAll(names(file.path("calls")));
    assertThat(parameters).containsAll(names(file.path("parameters")));
    assertThat(members).containsAll(names(file.path("members")));
    file.path("types")
        .forEachEntry((name, type) -> {
          assertThat(SCHEMAS.has(name)).as(name).isTrue();
          assertThat(names(SCHEMAS.path(name).path("properties")))
              .as(name)
              .containsAll(names(type.path("members")));
        });
  }

  private static List<JsonNode> operations() {
    return DOCUMENT.path("paths").values().stream()
        .flatMap(path -> path.values().stream())
        .toList();
  }

  private static Set<String> names(JsonNode object) {
    return new HashSet<>(object.propertyNames());
  }

  private static void fits(String what, JsonNode schema, JsonNode example) {
    var whole = JsonNodeFactory.instance.objectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.putObject("components").set("schemas", SCHEMAS);
    whole.setAll((ObjectNode) schema.deepCopy());
    var errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Json.text(whole), InputFormat.JSON)
            .validate(Json.text(example), InputFormat.JSON);
    assertThat(errors).as(what + " " + example).isEmpty();
  }
}
