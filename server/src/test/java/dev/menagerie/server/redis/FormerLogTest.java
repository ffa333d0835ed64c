package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoredRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A game whose first records are where builds before ADR 0015 kept them: an upgrade loses none. */
class FormerLogTest {
  private static final int BEFORE = 5;
  private static final int AFTER = 3;

  private final RedisNode node = RedisNode.connect(Stores.redisUrl(), 4_096);
  private final RedisLink link = RedisLink.connect(Stores.redisUrl());
  private final NewGame game = Games.begun(GameId.fresh());

  @AfterEach
  void close() {
    node.close();
    link.close();
  }

  /** Its head. */
  private Head begunBefore() {
    node.stores().certified();
    node.stores().games().install(game);
    var head = play(game.head(), BEFORE);
    asBefore();
    return head;
  }

  private Head play(Head from, int times) {
    var head = from;
    for (int i = 0; i < times; i++) {
      var move = Games.byService("m" + (head.version() + 1));
      head = ((Commit.Committed) node.stores().games().commit(game.id(), head, move)).head();
    }
    return head;
  }

  /** Moves the records from the fields to the end of the list. */
  private void asBefore() {
    var commands = link.commands();
    for (int i = 1; i <= BEFORE; i++) {
      String field = EntryFields.recordAt(i);
      String record = RedisReplies.await(commands.hget(Keys.game(game.id()), field));
      RedisReplies.await(
          commands.rpush(Keys.formerLog(game.id()), record.substring(record.indexOf(':') + 1)));
      RedisReplies.await(commands.hdel(Keys.game(game.id()), field));
    }
  }

  @Test
  void isReadAsBeforeAndGoesOnInItsNewPlace() {
    var head = begunBefore();

    assertThat(node.stores().games().load(game.id()).orElseThrow().since())
        .extracting(StoredRecord::record)
        .containsExactlyElementsOf(records(1, BEFORE));
    head = play(head, AFTER);

    var loaded = node.stores().games().load(game.id()).orElseThrow();
    assertThat(loaded.head()).isEqualTo(head);
    assertThat(loaded.since())
        .extracting(StoredRecord::record)
        .containsExactlyElementsOf(records(1, BEFORE + AFTER));
    assertThat(node.stores().games().recordsAfter(game.id(), 1, BEFORE - 1).orElseThrow())
        .extracting(StoredRecord::record)
        .containsExactlyElementsOf(records(BEFORE, BEFORE + AFTER));
    assertThat(node.stores().games().recordsAfter(game.id(), 1, BEFORE).orElseThrow())
        .extracting(StoredRecord::record)
        .containsExactlyElementsOf(records(BEFORE + 1, BEFORE + AFTER));
  }

  @Test
  void recordsDroppedFromTheListAreMissing() {
    begunBefore();
    RedisReplies.await(link.commands().ltrim(Keys.formerLog(game.id()), -2, -1));

    assertThat(node.stores().games().recordsAfter(game.id(), 1, 0)).isEmpty();
    assertThat(node.stores().games().recordsAfter(game.id(), 1, BEFORE - 2).orElseThrow())
        .extracting(StoredRecord::version)
        .containsExactly(BEFORE - 1L, (long) BEFORE);
  }

  @Test
  void goesWithTheGame() {
    begunBefore();

    node.stores().restoration().forget(List.of(game.id()));

    assertThat(RedisReplies.await(link.commands().exists(Keys.formerLog(game.id())))).isZero();
    assertThat(node.stores().restoration().running(Partition.of(game.id())))
        .doesNotContain(game.id());
  }

  private static Iterable<String> records(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(version -> Games.byService("m" + version).record())
        .toList();
  }
}
