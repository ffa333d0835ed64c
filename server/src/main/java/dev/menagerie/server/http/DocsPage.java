package dev.menagerie.server.http;

import dev.menagerie.codec.JsonSchema;
import dev.menagerie.codec.SchemaDescriptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The route table for people: one page without scripts and without anything from elsewhere. */
public final class DocsPage {
  private final StringBuilder html = new StringBuilder(32_768);

  private final SchemaDescriptions names = OpenApi.descriptions();

  private DocsPage() {}

  /**
   * @param openApi the document of the same table, for its schemas
   */
  public static String of(RouteTable table, ObjectNode openApi) {
    var page = new DocsPage();
    page.build(table, openApi);
    return PageFrame.around("Menagerie: REST", page.html.toString());
  }

  private void build(RouteTable table, ObjectNode openApi) {
    html.append("<h1>REST</h1>\n<p>Machines read <a href=\"openapi.json\">/openapi.json</a>. ")
        .append("<a href=\"try-it.html\">Try the calls</a>. ")
        .append("Calls marked <em>signed in</em> want <code>Authorization: Bearer</code>. Errors ")
        .append("are <code>application/problem+json</code> with a stable <code>code</code>.</p>\n");
    Map<String, List<Route<?, ?>>> byTag = new LinkedHashMap<>();
    for (var route : table.routes()) {
      byTag.computeIfAbsent(OpenApi.tag(route), _ -> new ArrayList<>()).add(route);
    }
    byTag.forEach((tag, routes) -> {
      html.append("<h2>").append(escaped(tag)).append("</h2>\n");
      routes.forEach(this::route);
    });
    html.append("<h2>Types</h2>\n");
    openApi.path("components").path("schemas").forEachEntry(this::definition);
    html.append("<h2>Problems</h2>\n<table><tr><th>code<th>status<th>meaning\n");
    for (var kind : ProblemKind.values()) {
      html.append("<tr><td><code>").append(kind.code()).append("</code><td>");
      html.append(kind.status()).append("<td>").append(escaped(kind.title())).append('\n');
    }
    html.append("</table>\n");
  }

  private void route(Route<?, ?> route) {
    html.append("<section id=\"").append(route.id).append("\"><h3><code>").append(route.method);
    html.append(' ').append(escaped(route.path.text())).append("</code></h3>\n<p>");
    html.append(escaped(route.summary)).append(". <em>");
    html.append(route.access.name().toLowerCase(Locale.ROOT).replace('_', ' ')).append("</em>");
    if (route.repeating == Route.Repeating.OFFERED) {
      html.append(", repeatable under an <code>Idempotency-Key</code>");
    }
    html.append("</p>\n<ul>\n");
    route.queryParameters.forEach((name, text) ->
        html.append("<li><code>?").append(name).append("=</code> ").append(escaped(text)));
    if (route.body != null) html.append("<li>takes ").append(link(schemaName(route.body)));
    html.append("<li>answers ").append(route.status).append(' ');
    route.outcome.ifPresent(outcome ->
        html.append(
            switch (outcome) {
              case Route.Outcome.One(var type) -> link(schemaName(type));
              case Route.Outcome.Paged(var item) ->
                  "{ items: [ " + link(schemaName(item)) + " ], next_cursor? }";
            }));
    html.append("\n<li>refuses with ");
    var refusals = OpenApi.refusals(route);
    for (int i = 0; i < refusals.size(); i++) {
      html.append(i == 0 ? "" : ", ").append("<code>").append(refusals.get(i).code());
      html.append("</code>");
    }
    html.append("</ul></section>\n");
  }

  private String schemaName(Class<?> type) {
    return JsonNode.class.isAssignableFrom(type) ? "" : names.wireName(JsonSchema.nameOf(type));
  }

  private static String link(String name) {
    return name.isEmpty() ? "JSON" : "<a href=\"#type-" + name + "\">" + name + "</a>";
  }

  private void definition(String name, JsonNode schema) {
    html.append("<section id=\"type-").append(name).append("\"><h3>").append(name);
    html.append("</h3>\n<p><code>").append(text(schema)).append("</code></p></section>\n");
  }

  private static String text(JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").stringValue();
      return link(reference.substring(reference.lastIndexOf('/') + 1));
    }
    if (schema.has("const")) return escaped(schema.get("const").toString());
    if (schema.has("enum")) return joined(schema.get("enum"), " | ");
    if (schema.has("oneOf")) return joined(schema.get("oneOf"), " | ");
    return switch (schema.path("type").asString("anything")) {
      case "array" -> "[ " + text(schema.path("items")) + " ]";
      case "object" -> object(schema);
      case String type -> escaped(type);
    };
  }

  private static String joined(JsonNode cases, String separator) {
    var text = new StringBuilder();
    for (JsonNode one : cases) {
      if (!text.isEmpty()) text.append(separator);
      text.append(one.isObject() ? text(one) : escaped(one.toString()));
    }
    return text.toString();
  }

  private static String object(JsonNode schema) {
    var required = new HashSet<String>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    var text = new StringBuilder("{ ");
    schema
        .path("properties")
        .forEachEntry((name, part) -> {
          if (text.length() > 2) text.append(", ");
          text.append(escaped(name)).append(required.contains(name) ? ": " : "?: ");
          text.append(text(part));
        });
    if (schema.path("additionalProperties").isObject()) {
      text.append("…: ").append(text(schema.get("additionalProperties")));
    }
    return text.append(" }").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
