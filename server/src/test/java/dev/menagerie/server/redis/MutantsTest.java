package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameStoreContract;
import dev.menagerie.server.game.StorePorts;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract itself, tested: a commit script without one of its checks must turn it red. */
class MutantsTest {
  private static final int BOUND = 400;

  /** A check of the commit script, and the promise that goes with it. */
  enum Mutant {
    HEAD_IS_NOT_COMPARED(
        "game[1] ~= epoch or game[2] ~= version or game[3] ~= digest", "staleHeadIsRefused"),
    ANY_WRITER_WINS(
        "game[1] ~= epoch or game[2] ~= version or game[3] ~= digest",
        "sixteenWritersOnTwoNodesMakeOneHistory"),
    DUPLICATES_ARE_NOT_KNOWN("asked and game[11]", "sameMessageTwiceCommitsOnce"),
    DUPLICATES_RACE("asked and game[11]", "hundredTimesTheSameOnTwoNodesCommitsOnce"),
    PAYLOAD_IS_NOT_COMPARED("hash ~= payload_hash", "sameIdForSomethingElseIsRefused"),
    CLOCK_IS_NOT_READ("cause == 'T'", "clockRunsOutAtItsDeadlineAndNotBefore"),
    END_IS_NOT_AN_END("given(game[8])", "endedGameStaysAsItIs"),
    EVERY_GAME_IS_THE_FIRST("KEYS[keys + 5 + i]", "eachCommitOfAGroupIsIndependent", "KEYS[6]"),
    EVERY_PARTITION_IS_THE_FIRST(
        "outbox, scheduled, cancelled = KEYS[keys + 2]",
        "gamesOfSeveralPartitionsAreCommittedTogether",
        "outbox, scheduled, cancelled = KEYS[2]"),
    OUTBOX_IS_COUNTED_ONCE(
        "capacity = capacity - 1", "aGroupFillsTheOutboxEntryByEntry", "capacity = capacity"),
    OUTBOX_HAS_NO_BOUND("capacity <= 0", "fullOutboxIsBusyForNewGamesFirst");

    final String check;
    final String promise;
    final String instead;

    Mutant(String check, String promise) {
      this(check, promise, "false");
    }

    Mutant(String check, String promise, String instead) {
      this.check = check;
      this.promise = promise;
      this.instead = instead;
    }

    Script script() {
      String whole = Script.text("commit");
      assertThat(whole).contains(check);
      return Script.commit(whole.replace(check, instead));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMutantTurnsItsPromiseRed(Mutant mutant) {
    try (var link = RedisLink.connect(Stores.redisUrl())) {
      var contract = new Mutated(ports(link, mutant.script()));
      assertThatThrownBy(() -> keep(contract, mutant.promise))
          .isInstanceOf(InvocationTargetException.class);
      // A mutant may fill an outbox past its bound, or put entries into a wrong one.
      RedisNode.emptyOutboxes(link);
    }
  }

  private static void keep(GameStoreContract contract, String promise) throws Exception {
    var test = GameStoreContract.class.getDeclaredMethod(promise);
    test.setAccessible(true);
    test.invoke(contract);
  }

  private static StorePorts ports(RedisLink link, Script commit) {
    return RedisNode.of(link, BOUND, commit).stores().certified();
  }

  private static final class Mutated extends GameStoreContract {
    private final StorePorts ports;

    Mutated(StorePorts ports) {
      this.ports = ports;
    }

    @Override
    protected StorePorts stores() {
      return ports;
    }

    @Override
    protected StorePorts other() {
      return ports;
    }

    @Override
    protected void pass(Duration time) {
      Awaitility.await().pollDelay(time).until(() -> true);
    }

    @Override
    protected int outboxBound() {
      return BOUND;
    }
  }
}
