package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.EncodedJson;
import java.util.Optional;

/** A middleware's decision about a client that asks to join a namespace. */
public sealed interface Admission {
  /** Admits the client, unless another middleware refuses it. */
  static Admission admit() {
    return Admitted.INSTANCE;
  }

  /** Refuses the client with this message. */
  static Admission refuse(String message) {
    return new Refused(message, Optional.empty());
  }

  /**
   * Refuses the client with this message, and details that its {@code connect_error} handler finds
   * in {@code data}.
   */
  static Admission refuse(String message, EncodedJson data) {
    return new Refused(message, Optional.of(data));
  }

  /** Refuses the client and closes its connection, for one that has asked too often. */
  static Admission turnAway(String message, EncodedJson data) {
    return new TurnedAway(message, data);
  }

  /** See {@link #admit()}. */
  enum Admitted implements Admission {
    INSTANCE
  }

  /** See {@link #refuse(String, EncodedJson)}. */
  record Refused(String message, Optional<EncodedJson> data) implements Admission {}

  /** See {@link #turnAway}. */
  record TurnedAway(String message, EncodedJson data) implements Admission {}
}
