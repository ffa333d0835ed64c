package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.Stores;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.redis.RedisNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Games with clocks in a Redis of their own, and nodes that play them. Nothing is journaled. */
final class RealClocks implements AutoCloseable {
  private static final int BOUND = 100_000;

  private final DataDirectory data;
  private final EmbeddedStores stores;
  private final InMemoryGameJournal journal =
      new InMemoryGameJournal(Clock.systemUTC(), History.COMPOSER);
  final RedisNode redis;

  RealClocks(Path directory) {
    data = DataDirectory.lock(directory);
    stores = Stores.own(data);
    redis = RedisNode.connect(stores.redisUrl(), BOUND);
    redis.stores().certified();
  }

  Games node() {
    return new Games(
        redis.stores().games(),
        journal,
        journal,
        PlayCards.CATALOG,
        (_, _, _) -> CompletableFuture.completedFuture(true),
        Clock.systemUTC());
  }

  /** A game in the middle of the first player's turn, whose clock runs out after so long. */
  GameId game(Duration left) {
    var state = PlayCards.moles();
    var players = List.of(entry("ada"), entry("bob"));
    var header =
        new GameHeader(
            GameId.fresh(),
            Instant.now(),
            GameType.CASUAL,
            state.rules(),
            players.getFirst(),
            new Invitation.House(),
            Audience.PUBLIC,
            0,
            PlayCards.SEED.hex(),
            PlayCards.CATALOG.version(),
            Optional.empty());
    var moment =
        new Moment(
            Head.initial(""),
            players,
            Optional.of(state),
            GameClock.NONE,
            Optional.of(header.createdAt()),
            header.createdAt(),
            Optional.empty(),
            0);
    var game =
        new NewGame(
            header.game(),
            Json.text(header),
            EntryBuilder.checkpoint(header, moment),
            new ClockOp.Start(left));
    if (!(redis.stores().games().install(game) instanceof InstallResult.Installed)) {
      throw new AssertionError("not taken");
    }
    return header.game();
  }

  private static PlayerEntry entry(String name) {
    var nothing = new DeckList(List.of(), List.of(), List.of());
    return new PlayerEntry(new UserId(name), name, "Board", nothing, Optional.empty());
  }

  /** What Redis's process has used of the processor so far. */
  Duration redisProcessorTime() {
    return ProcessHandle.of(stores.store(EmbeddedStores.Kind.REDIS).pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  Instant deadline(GameId game) {
    return redis.stores().games().clock(game).orElseThrow().clock().deadline().orElseThrow();
  }

  List<StoredRecord> records(GameId game) {
    return redis.stores().games().recordsAfter(game, 1, 0).orElseThrow();
  }

  @Override
  public void close() {
    redis.close();
    stores.close();
    data.close();
  }
}
