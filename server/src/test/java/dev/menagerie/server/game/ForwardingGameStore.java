package dev.menagerie.server.game;

import java.util.List;
import java.util.Optional;

/** A game store that passes on everything but commits, which are for its subclasses to do. */
public abstract class ForwardingGameStore implements GameStore {
  private final GameStore store;

  protected ForwardingGameStore(GameStore store) {
    this.store = store;
  }

  @Override
  public InstallResult install(NewGame game) {
    return store.install(game);
  }

  @Override
  public Optional<StoredGame> load(GameId game) {
    return store.load(game);
  }

  @Override
  public Optional<Head> head(GameId game) {
    return store.head(game);
  }

  @Override
  public Optional<ClockReading> clock(GameId game) {
    return store.clock(game);
  }

  @Override
  public Optional<List<StoredRecord>> recordsAfter(GameId game, int epoch, long version) {
    return store.recordsAfter(game, epoch, version);
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    return store.reply(game, request);
  }

  @Override
  public List<GameId> activeGamesOf(UserId user) {
    return store.activeGamesOf(user);
  }

  @Override
  public void retire(GameId game) {
    store.retire(game);
  }
}
