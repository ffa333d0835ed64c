package dev.menagerie.server.game;

/** Names one run of one server process; a restarted process is another node. */
public record NodeId(String value) {
  public NodeId {
    Names.plain("node id", value);
  }

  public static NodeId fresh() {
    return new NodeId(Names.random('n'));
  }

  @Override
  public String toString() {
    return value;
  }
}
