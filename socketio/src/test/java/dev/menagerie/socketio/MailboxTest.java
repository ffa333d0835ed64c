package dev.menagerie.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.engineio.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Letters are opened in order, by one at a time, and a full mailbox says so. */
class MailboxTest {
  private final AtomicLong clock = new AtomicLong();
  private final Queue<Mailbox> due = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final Mailbox mailbox =
      new Mailbox(new LaterByHand(), new Reader(), 8, 1_000, clock::get);

  private final class LaterByHand implements Runner {
    @Override
    public void run(Mailbox ready) {
      due.add(ready);
    }

    @Override
    public void runAfterReading(Mailbox ready, Lane lane) {
      due.add(ready);
    }
  }

  private final class Reader implements Mailbox.Owner {
    @Override
    public void open(Mailbox.Letter letter) {
      ((Mailbox.Task) letter).work.run();
    }

    @Override
    public void mailboxFull() {
      said.add("full");
    }

    @Override
    public void mailboxHasRoom() {
      said.add("room");
    }
  }

  private void put(String word) {
    mailbox.put(new Mailbox.Task(() -> said.add(word)));
  }

  private void takes(long micros) {
    mailbox.put(new Mailbox.Task(() -> clock.addAndGet(TimeUnit.MICROSECONDS.toNanos(micros))));
    runAll();
  }

  private void runAll() {
    while (!due.isEmpty()) {
      due.remove().run();
    }
  }

  @Test
  void lettersAreOpenedInOrder() {
    put("first");
    put("second");
    assertThat(due).hasSize(1);
    runAll();
    put("third");
    runAll();
    assertThat(said).containsExactly("first", "second", "third");
  }

  @Test
  void whoIsBusyGivesTheOthersTheirTurn() {
    for (int i = 0; i < 70; i++) {
      put("letter");
    }
    due.remove().run();
    assertThat(said).filteredOn("letter"::equals).hasSize(64);
    assertThat(due).hasSize(1);
    runAll();
    assertThat(said).filteredOn("letter"::equals).hasSize(70);
  }

  @Test
  void aFullMailboxSaysSoOnceAndAgainWhenThereIsRoom() {
    for (int i = 0; i < 10; i++) {
      put("letter");
    }
    assertThat(said).containsExactly("full");
    runAll();
    assertThat(said).filteredOn("room"::equals).hasSize(1);
    assertThat(said.indexOf("room")).isEqualTo(8); // two letters were left
  }

  @Test
  void whoWaitedOnceIsSlowUntilItWasQuickSixteenTimes() {
    takes(200);
    assertThat(mailbox.isSlow()).isFalse();
    takes(201);
    for (int i = 0; i < 16; i++) {
      assertThat(mailbox.isSlow()).isTrue();
      takes(1);
    }
    assertThat(mailbox.isSlow()).isFalse();
  }
}
