package dev.menagerie.server.http;

import dev.menagerie.codec.JsonSchema;
import dev.menagerie.codec.SchemaDescriptions;
import dev.menagerie.codec.SchemaExamples;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The route table as an OpenAPI 3.1 document, derived from the routes that serve, so it always
 * agrees with them.
 */
public final class OpenApi {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String JSON = "application/json";
  private static final String BEARER = "bearer";

  /** Refusals that any call may meet. */
  private static final Set<ProblemKind> EVERYWHERE =
      EnumSet.of(
          ProblemKind.INVALID_MESSAGE,
          ProblemKind.FORBIDDEN,
          ProblemKind.PAYLOAD_TOO_LARGE,
          ProblemKind.RATE_LIMITED,
          ProblemKind.INTERNAL,
          ProblemKind.UNAVAILABLE);

  private final JsonSchema requestSchema = JsonSchema.read(SCHEMAS);
  private final JsonSchema responseSchema = JsonSchema.written(SCHEMAS);
  private final ObjectNode root = NODES.objectNode();

  private final SchemaDescriptions descriptions;

  private OpenApi(SchemaDescriptions descriptions) {
    this.descriptions = descriptions;
  }

  /** The whole document. */
  public static ObjectNode of(RouteTable table, String version) {
    return of(table, version, descriptions());
  }

  static ObjectNode of(RouteTable table, String version, SchemaDescriptions descriptions) {
    var document = new OpenApi(descriptions);
    document.build(table, version);
    return document.root;
  }

  /**
   * The names, descriptions and examples of calls and types; those of the socket hold here, too.
   */
  static SchemaDescriptions descriptions() {
    return new SchemaDescriptions()
        .with(OpenApi.class, "/descriptions/wire.json")
        .with(OpenApi.class, "/descriptions/rest.json");
  }

  /** Everything a route may be refused with, by status and code. */
  static List<ProblemKind> refusals(Route<?, ?> route) {
    var all = EnumSet.copyOf(EVERYWHERE);
    all.addAll(route.refusals);
    if (route.access == Access.SIGNED_IN) all.add(ProblemKind.UNAUTHENTICATED);
    if (route.body != null) all.add(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
    if (route.repeating == Route.Repeating.OFFERED) {
      all.add(ProblemKind.MESSAGE_ID_REUSED);
      all.add(ProblemKind.IN_PROGRESS);
    }
    return all.stream().sorted(Comparator.comparingInt(ProblemKind::status)).toList();
  }

  private void build(RouteTable table, String version) {
    root.put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Menagerie")
        .put("version", version)
        .put("description", "Accounts, decks and games. Play itself happens over Socket.IO.");
    root.putArray("servers").addObject().put("url", "/");
    var paths = root.putObject("paths");
    for (var route : table.routes()) {
      String path = route.path.text();
      var item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
      item.set(route.method.name().toLowerCase(Locale.ROOT), operation(route));
    }
    problemSchema();
    var components = root.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject(BEARER)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
    components.set("schemas", requestSchema.definitions().setAll(responseSchema.definitions()));
    descriptions.describe(root);
    addExamples(root.get("paths"), new SchemaExamples((ObjectNode) components.get("schemas")));
  }

  /** Request and response of a call, as a client would see it. */
  private static void addExamples(JsonNode node, SchemaExamples examples) {
    if (node instanceof ObjectNode media
        && media.has("schema")
        && !media.has("in")
        && !media.has("example")) {
      examples.of(media.get("schema")).ifPresent(example -> media.set("example", example));
    }
    for (var child : node) addExamples(child, examples);
  }

  private void problemSchema() {
    responseSchema.of(ProblemDocument.class);
    var code = responseSchema.definitions().path("ProblemDocument").path("properties").path("code");
    var codes = ((ObjectNode) code).putArray("enum");
    for (var kind : ProblemKind.values()) codes.add(kind.code());
  }

  private ObjectNode operation(Route<?, ?> route) {
    var operation = NODES.objectNode().put("operationId", route.id).put("summary", route.summary);
    describe("calls", route.id, operation);
    operation.putArray("tags").add(tag(route));
    var security = operation.putArray("security");
    if (route.access == Access.ANYONE_KNOWN_OR_NOT) security.addObject();
    if (route.access != Access.ANYONE) security.addObject().putArray(BEARER);
    parameters(route, operation);
    if (route.body != null) {
      var body = operation.putObject("requestBody").put("required", required(route));
      body.putObject("content").putObject(JSON).set("schema", requestSchema.of(route.body));
    }
    var responses = operation.putObject("responses");
    success(route, responses);
    refusals(route, responses);
    return operation;
  }

  private static boolean required(Route<?, ?> route) {
    return route.bodyNeed == Route.BodyNeed.REQUIRED;
  }

  static String tag(Route<?, ?> route) {
    return route.path.segments().getFirst();
  }

  private void describe(String section, String name, ObjectNode node) {
    descriptions
        .entry(section, name)
        .ifPresent(entry -> {
          node.put("description", entry.path("description").asString());
          if (entry.has("example")) node.set("example", entry.get("example"));
        });
  }

  private void parameters(Route<?, ?> route, ObjectNode operation) {
    var parameters = operation.putArray("parameters");
    for (String place : route.path.parameters()) {
      var parameter = parameters.addObject().put("name", place).put("in", "path");
      parameter.put("required", true).putObject("schema").put("type", "string");
      describe("parameters", place, parameter);
    }
    new TreeMap<>(route.queryParameters)
        .forEach((name, description) -> {
          var parameter = parameters.addObject().put("name", name).put("in", "query");
          describe("parameters", name, parameter);
          parameter.put("description", description).putObject("schema").put("type", "string");
        });
    if (route.repeating == Route.Repeating.OFFERED) {
      var parameter = parameters.addObject().put("name", Calls.IDEMPOTENCY_KEY).put("in", "header");
      describe("parameters", Calls.IDEMPOTENCY_KEY, parameter);
      parameter.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 64);
    }
  }

  private void success(Route<?, ?> route, ObjectNode responses) {
    var response = responses.putObject(Integer.toString(route.status));
    response.put("description", route.summary);
    if (route.outcome.isEmpty()) return;
    var media = response.putObject("content").putObject(JSON);
    media.set("schema", schema(route.outcome.get()));
    descriptions
        .entry("calls", route.id)
        .filter(entry -> entry.has("answer"))
        .ifPresent(entry -> media.set("example", entry.get("answer")));
    if (route.method == HttpMethod.GET) {
      response.putObject("headers").putObject("ETag").putObject("schema").put("type", "string");
      responses.putObject("304").put("description", "What If-None-Match names still holds");
    }
  }

  private ObjectNode schema(Route.Outcome outcome) {
    return switch (outcome) {
      case Route.Outcome.One(var type) -> responseSchema.of(type);
      case Route.Outcome.Paged(var item) -> {
        var page = NODES.objectNode().put("type", "object");
        var properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", responseSchema.of(item));
        properties.putObject("next_cursor").put("type", "string");
        page.putArray("required").add("items");
        yield page.put("additionalProperties", false);
      }
    };
  }

  private static void refusals(Route<?, ?> route, ObjectNode responses) {
    Map<Integer, StringBuilder> byStatus = new TreeMap<>();
    for (var kind : refusals(route)) {
      byStatus
          .computeIfAbsent(kind.status(), _ -> new StringBuilder())
          .append(byStatus.get(kind.status()).isEmpty() ? "" : ", ")
          .append(kind.code());
    }
    byStatus.forEach((status, codes) -> {
      var response = responses.putObject(status.toString());
      response.put("description", codes.toString());
      response
          .putObject("content")
          .putObject(ProblemDocument.MEDIA_TYPE)
          .putObject("schema")
          .put("$ref", SCHEMAS + "ProblemDocument");
    });
  }
}
