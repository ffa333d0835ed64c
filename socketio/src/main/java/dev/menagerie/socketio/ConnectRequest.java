package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.Handshake;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A client that asks to join a namespace, before it is let in. */
public final class ConnectRequest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final String namespace;
  private final String socketId;
  private final Handshake handshake;
  private final Optional<byte[]> auth;
  private final Attributes attributes;

  ConnectRequest(
      String namespace,
      String socketId,
      Handshake handshake,
      Optional<byte[]> auth,
      Attributes attributes) {
    this.namespace = namespace;
    this.socketId = socketId;
    this.handshake = handshake;
    this.auth = auth;
    this.attributes = attributes;
  }

  /** The namespace it asks for. */
  public String namespace() {
    return namespace;
  }

  /** The id its socket will have if it is let in. */
  public String socketId() {
    return socketId;
  }

  /** The HTTP request that opened the connection: headers, query, address, origin. */
  public Handshake handshake() {
    return handshake;
  }

  /** The JSON object given as {@code auth}; an empty one if none was. */
  public JsonNode auth() {
    return auth.map(MAPPER::readTree).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** The same, not parsed. */
  public Optional<byte[]> rawAuth() {
    return auth;
  }

  /** Attaches a value that the socket will carry if it is let in. */
  public <T> void attach(AttributeKey<T> key, T value) {
    attributes.put(key, value);
  }

  /** A value that a middleware before this one attached. */
  public <T> Optional<T> attribute(AttributeKey<T> key) {
    return attributes.get(key);
  }

  /** Without the auth payload: it may hold a credential. */
  @Override
  public String toString() {
    return "ConnectRequest[" + namespace + " from " + handshake.remoteAddress() + "]";
  }
}
