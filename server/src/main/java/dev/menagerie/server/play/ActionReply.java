package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.Reply;
import java.util.List;
import java.util.Optional;

/**
 * The reply to a committed action or resignation, with the text that the store keeps of it. Two
 * replies are equal if their texts are.
 */
public final class ActionReply {
  /** Of steps that no player asked for. */
  static final ActionReply NONE =
      new ActionReply(new Reply.Acted(true, Optional.empty(), 0, "", RawJson.of(List.of())), "{}");

  private final Reply.Acted content;
  private final String json;

  private ActionReply(Reply.Acted content, String json) {
    this.content = content;
    this.json = json;
  }

  static ActionReply of(Reply.Acted content) {
    return new ActionReply(content, Json.text(content));
  }

  /** One that the store has kept. */
  static ActionReply read(String json) {
    if (json.equals(NONE.json)) return NONE;
    return new ActionReply(Json.read(json, Reply.Acted.class), json);
  }

  /** The reply as a value. */
  public Reply.Acted content() {
    return content;
  }

  /** As it is stored and sent. */
  public String json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionReply reply && json.equals(reply.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return json;
  }
}
