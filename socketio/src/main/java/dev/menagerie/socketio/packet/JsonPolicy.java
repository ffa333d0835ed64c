package dev.menagerie.socketio.packet;

/**
 * Rules for JSON from clients. An object that names a key twice is always refused.
 *
 * @param maxDepth how deep arrays and objects may nest, the packet's own array included
 */
public record JsonPolicy(int maxDepth) {
  /** Deeper data has no honest use, and costs stack when it is walked. */
  public static final JsonPolicy STANDARD = new JsonPolicy(64);

  public JsonPolicy {
    if (maxDepth < 1) {
      throw new IllegalArgumentException("a packet is an array: depth at least 1");
    }
  }
}
