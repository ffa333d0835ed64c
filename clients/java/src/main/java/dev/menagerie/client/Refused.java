package dev.menagerie.client;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The server refused a message or a call and changed nothing. */
public sealed class Refused extends ClientException permits RequestRefused {
  private static final long serialVersionUID = 1L;

  private static final Set<String> TEMPORARY = Set.of("busy", "unavailable", "rate_limited");

  private final String code;
  private final transient JsonNode details;

  Refused(String code, String message, JsonNode details) {
    super(message, null);
    this.code = code;
    this.details = details;
  }

  /** A refusal as it stands in a reply. */
  static Refused of(JsonNode error) {
    return new Refused(
        error.path("code").asString(""), error.path("message").asString(""), error.path("details"));
  }

  /** The stable reason, such as {@code not_your_turn}; {@code docs/protocol.md} lists all. */
  public String code() {
    return code;
  }

  /** Facts by code, such as {@code rule} of {@code invalid_action}; an object, perhaps empty. */
  public JsonNode details() {
    return details;
  }

  /** Whether the same request may succeed later. */
  public boolean isTemporary() {
    return TEMPORARY.contains(code) && !details.path("reason").asString("").equals("cards");
  }
}
