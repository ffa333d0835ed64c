package dev.menagerie.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and writes one type. */
interface Shape {
  /** The value, or null after a problem has been reported. */
  @Nullable Object read(JsonNode node, ReadContext at);

  void write(JsonWriter out, Object value);

  /** The value of an absent member; null if the member is required. */
  default @Nullable Object absent() {
    return null;
  }
}
