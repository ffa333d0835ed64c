package dev.menagerie.protocol;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/**
 * The example of every message, action and event: one file each, used by tests of server and
 * client, by the AsyncAPI document and by authors of clients.
 */
public final class Examples {
  private static final String ROOT = "/examples/";

  private Examples() {}

  /** The example of a client's message, from the files beside this class. */
  public static JsonNode client(ClientMessage.Event event) {
    return read("client/" + file(event.wireName()));
  }

  /** The example of a server's message. */
  public static JsonNode server(ServerMessage.Event event) {
    return read("server/" + file(event.wireName()));
  }

  /** The example of a message of the lobby. */
  public static JsonNode lobby(LobbyMessage.Event event) {
    return read("server/" + file(event.wireName()));
  }

  /** An acknowledgement, by the name of its record in snake_case. */
  public static JsonNode reply(String name) {
    return read("replies/" + name);
  }

  /** The example of an action, such as {@code attack}. */
  public static JsonNode action(String type) {
    return read("actions/" + type);
  }

  /** The example of a game event, such as {@code card_drawn}. */
  public static JsonNode event(String type) {
    return read("events/" + type);
  }

  /** A colon is no character for a file's name. */
  private static String file(String event) {
    return event.replace(':', '-');
  }

  private static JsonNode read(String name) {
    var path = ROOT + name + ".json";
    try (InputStream file = Examples.class.getResourceAsStream(path)) {
      if (file == null) throw new IllegalArgumentException("there is no example " + name);
      return Json.tree(file.readAllBytes(), Limits.DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
