package dev.menagerie.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds what an AsyncAPI document has that a newer one lacks, so that clients written for the one
 * break with the other. What a newer one adds is no problem: clients skip members and messages that
 * they do not know.
 */
final class SchemaChanges {
  private final JsonNode old;
  private final JsonNode now;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SchemaChanges(JsonNode old, JsonNode now) {
    this.old = old;
    this.now = now;
  }

  /** Each with the path of the schema that has changed. */
  static List<String> between(JsonNode old, JsonNode now) {
    var changes = new SchemaChanges(old, now);
    for (var operation : old.get("operations")) changes.operation(operation);
    return changes.problems;
  }

  private void operation(JsonNode operation) {
    boolean fromClient = operation.get("action").stringValue().equals("receive");
    for (var message : operation.get("messages")) message(message, fromClient);
    for (var reply : operation.path("reply").path("messages")) message(reply, false);
  }

  private void message(JsonNode reference, boolean fromClient) {
    var channelMessage = reference.get("$ref").stringValue().substring(1);
    var name = old.at(channelMessage).get("$ref").stringValue().substring(1);
    var today = now.at(name);
    if (now.at(channelMessage).isMissingNode() || today.isMissingNode()) {
      problems.add(channelMessage + " is gone");
    } else {
      schema(name, old.at(name).get("payload"), today.get("payload"), fromClient);
    }
  }

  private void schema(String path, JsonNode before, JsonNode after, boolean fromClient) {
    if (before.has("$ref")) {
      var name = before.get("$ref").stringValue();
      if (seen.add(name + fromClient)) schema(name, resolved(old, before), after, fromClient);
      return;
    }
    if (after.has("$ref")) {
      schema(path, before, resolved(now, after), fromClient);
      return;
    }
    for (var same : List.of("type", "const")) {
      if (before.has(same) && !before.get(same).equals(after.path(same))) {
        problems.add(path + ": " + same + " is another");
      }
    }
    contained(path, "enum", before, after);
    needed(path, before, after, fromClient);
    for (var member : before.path("properties").properties()) {
      var there = after.path("properties").path(member.getKey());
      var at = path + "." + member.getKey();
      if (there.isMissingNode()) problems.add(at + " is gone");
      else schema(at, member.getValue(), there, fromClient);
    }
    for (var part : List.of("items", "additionalProperties")) {
      if (before.path(part).isObject()) {
        schema(path + "." + part, before.get(part), after.path(part), fromClient);
      }
    }
    alternatives(path, before.path("oneOf"), after.path("oneOf"), fromClient);
  }

  /** Alternatives are the same if they refer to the same definition, or are of the same type. */
  private void alternatives(String path, JsonNode before, JsonNode after, boolean fromClient) {
    for (int i = 0; i < before.size(); i++) {
      var one = before.get(i);
      var same = after.valueStream().filter(other -> names(one).equals(names(other))).findFirst();
      if (same.isPresent()) schema(path + "|" + i, one, same.get(), fromClient);
      else problems.add(path + ": " + names(one) + " is gone");
    }
  }

  private static String names(JsonNode schema) {
    return schema.has("$ref") ? schema.get("$ref").stringValue() : schema.path("type").toString();
  }

  private void contained(String path, String list, JsonNode before, JsonNode after) {
    var left = new HashSet<JsonNode>();
    before.path(list).forEach(left::add);
    after.path(list).forEach(left::remove);
    if (!left.isEmpty()) problems.add(path + ": " + list + " lacks " + left);
  }

  /**
   * A member that a server's message always had must stay; one that clients could leave out must
   * stay optional.
   */
  private void needed(String path, JsonNode before, JsonNode after, boolean fromClient) {
    if (fromClient) contained(path, "required", after, before);
    else contained(path, "required", before, after);
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    return document.at(schema.get("$ref").stringValue().substring(1));
  }
}
