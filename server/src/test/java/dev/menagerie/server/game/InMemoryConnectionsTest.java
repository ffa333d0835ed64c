package dev.menagerie.server.game;

import java.time.Duration;

class InMemoryConnectionsTest extends ConnectionsContract {
  private final ManualClock clock = new ManualClock();
  private final InMemoryConnections connections = new InMemoryConnections(clock);

  @Override
  protected Connections connections() {
    return connections;
  }

  @Override
  protected void fallSilent(ConnectionId... sessions) {
    clock.pass(Connections.SILENCE.plus(Duration.ofSeconds(1)));
  }

  @Override
  protected void fallSilent(NodeId silent) {
    clock.pass(Connections.NODE_SILENCE.plus(Duration.ofSeconds(1)));
  }
}
