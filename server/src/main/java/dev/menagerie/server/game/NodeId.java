package dev.menagerie.server.game;

/** Identifies one run of one server process; a restarted process is another node. */
public record NodeId(String value) {
  public NodeId {
    PlainNames.plain("node id", value);
  }

  /** A new random id. */
  public static NodeId fresh() {
    return new NodeId(PlainNames.random('n'));
  }

  @Override
  public String toString() {
    return value;
  }
}
