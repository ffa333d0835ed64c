package dev.menagerie.server.admin;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.http.ManagementServer.Call;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an act was given, in words for the audit log: its query, its path, and its body. */
final class ActDetails {
  /** Longer details are cut. */
  private static final int MAX_LENGTH = 500;

  /** Given by mistake: they belong into a header, and into no log. */
  private static final Pattern SECRET =
      Pattern.compile("token|secret|password|authorization", Pattern.CASE_INSENSITIVE);

  private ActDetails() {}

  /**
   * The details of a call, at most 500 characters without control characters.
   *
   * @param subject the part of the path that is no detail
   */
  static String of(Call call, String subject) {
    var all = new TreeMap<>(call.query());
    all.putAll(inBody(call.body()));
    all.putAll(call.parameters());
    all.remove(subject);
    var text =
        all.entrySet().stream()
            .filter(pair -> !SECRET.matcher(pair.getKey()).find())
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining(" "))
            .replaceAll("\\p{Cntrl}", " ");
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  /** The members of a body of JSON: their values, or how many there are. */
  private static Map<String, String> inBody(byte[] body) {
    if (body.length == 0) return Map.of();
    try {
      return Json.tree(body, Limits.DOCUMENT)
          .propertyStream()
          .collect(Collectors.toMap(Map.Entry::getKey, member -> words(member.getValue())));
    } catch (InvalidJson unreadable) {
      return Map.of("body", body.length + " bytes that are no JSON");
    }
  }

  private static String words(JsonNode value) {
    return value.isContainer() ? value.size() + " entries" : value.asString("");
  }
}
