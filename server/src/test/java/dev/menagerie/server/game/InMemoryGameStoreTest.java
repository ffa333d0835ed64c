package dev.menagerie.server.game;

import java.time.Duration;

class InMemoryGameStoreTest extends GameStoreContract {
  private static final int BOUND = 400;

  private final ManualClock clock = new ManualClock();
  private final StorePorts stores = StorePorts.of(new InMemoryGameStore(clock, BOUND)).certified();

  @Override
  protected StorePorts stores() {
    return stores;
  }

  @Override
  protected StorePorts other() {
    return stores;
  }

  @Override
  protected void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  protected int outboxBound() {
    return BOUND;
  }
}
