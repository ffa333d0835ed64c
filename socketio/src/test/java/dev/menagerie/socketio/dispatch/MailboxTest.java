package dev.menagerie.socketio.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.SerialExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Items are handled in order, one at a time, and a full mailbox says so. */
class MailboxTest {
  private final AtomicLong clock = new AtomicLong();
  private final Queue<Mailbox> due = new ArrayDeque<>();
  private final Queue<Runnable> offloaded = new ArrayDeque<>();
  private final Loop loop = new Loop();
  private final List<String> said = new ArrayList<>();
  private long held;
  private long room = Long.MAX_VALUE;
  private final Mailbox mailbox =
      new Mailbox(new LaterByHand(), new Reader(), 8, 1_000, clock::get);

  private final class LaterByHand implements MailboxRunner {
    @Override
    public void run(Mailbox ready) {
      due.add(ready);
    }

    @Override
    public void runAfterReading(Mailbox ready, SerialExecutor loop) {
      ready.runOnLoop(offloaded::add);
    }
  }

  /** A loop that only says that it is one. */
  private static final class Loop implements SerialExecutor {
    @Override
    public boolean isCurrent() {
      return true;
    }

    @Override
    public void execute(Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Timer schedule(Runnable task, Duration delay) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void wake(EngineSession session) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Reader implements Mailbox.Owner {
    @Override
    public void handle(MailboxItem item) {
      ((MailboxItem.Task) item).work().run();
    }

    @Override
    public void mailboxFull() {
      said.add("full");
    }

    @Override
    public void mailboxHasRoom() {
      said.add("room");
    }

    @Override
    public void mailboxOverloaded() {
      said.add("overloaded");
    }

    @Override
    public boolean reserve(long heldBytes) {
      held = heldBytes;
      return heldBytes <= room;
    }
  }

  private void put(String word) {
    mailbox.put(new MailboxItem.Task(() -> said.add(word)));
  }

  private void takes(long micros) {
    mailbox.put(new MailboxItem.Task(() -> clock.addAndGet(TimeUnit.MICROSECONDS.toNanos(micros))));
    runAll();
  }

  private void runAll() {
    while (!due.isEmpty()) {
      due.remove().run();
    }
  }

  @Test
  void itemsAreHandledInOrder() {
    put("first");
    put("second");
    assertThat(due).hasSize(1);
    runAll();
    put("third");
    runAll();
    assertThat(said).containsExactly("first", "second", "third");
  }

  @Test
  void aBusyMailboxLetsOthersRun() {
    for (int i = 0; i < 70; i++) {
      put("item");
    }
    due.remove().run();
    assertThat(said).filteredOn("item"::equals).hasSize(64);
    assertThat(due).hasSize(1);
    runAll();
    assertThat(said).filteredOn("item"::equals).hasSize(70);
  }

  @Test
  void aFullMailboxSaysSoOnceAndAgainWhenThereIsRoom() {
    for (int i = 0; i < 10; i++) {
      put("item");
    }
    assertThat(said).containsExactly("full");
    runAll();
    assertThat(said).filteredOn("room"::equals).hasSize(1);
    assertThat(said.indexOf("room")).isEqualTo(8); // two items were left
  }

  @Test
  void aMailboxThatWaitedOnceIsSlowUntilItWasQuickSixteenTimes() {
    takes(200);
    assertThat(mailbox.isSlow()).isFalse();
    takes(201);
    for (int i = 0; i < 16; i++) {
      assertThat(mailbox.isSlow()).isTrue();
      takes(1);
    }
    assertThat(mailbox.isSlow()).isFalse();
  }

  private void putOnLoop(Runnable work) {
    mailbox.put(new MailboxItem.Task(work), loop);
  }

  private void putBlocking(String word) {
    putOnLoop(() -> mailbox.runBlocking(() -> said.add(word)));
  }

  @Test
  void aLoopHandlesWhatItHasRead() {
    putOnLoop(() -> said.add("first"));
    assertThat(said).containsExactly("first");
    assertThat(due).isEmpty();
  }

  @Test
  void blockingWorkLeavesTheLoopAndTheNextItemWaits() {
    putBlocking("first");
    putOnLoop(() -> said.add("second"));
    putBlocking("third");
    assertThat(said).isEmpty();
    offloaded.remove().run();
    assertThat(said).containsExactly("first");
    runAll(); // goes on where it may block, without another switch of threads
    assertThat(said).containsExactly("first", "second", "third");
    putOnLoop(() -> said.add("fourth"));
    assertThat(said).contains("fourth");
    assertThat(offloaded).isEmpty();
  }

  @Test
  void anItemThatIsOffloadedAndHeldKeepsTheNextUntilBothAreDone() {
    putOnLoop(() -> mailbox.runBlocking(mailbox::pause));
    putOnLoop(() -> said.add("next"));
    offloaded.remove().run();
    runAll();
    assertThat(said).isEmpty();
    mailbox.resume();
    runAll();
    assertThat(said).containsExactly("next");
  }

  @Test
  void offloadedWorkThatWaitsMakesItSlow() {
    putOnLoop(() -> mailbox.runBlocking(() -> clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1))));
    offloaded.remove().run();
    assertThat(mailbox.isSlow()).isTrue();
  }

  @Test
  void heldBytesAreCountedAndReturned() {
    mailbox.put(new MailboxItem.Text(new byte[100]));
    mailbox.retain(50);
    assertThat(held).isBetween(150L, 300L);
    mailbox.retain(0);
    due.clear();
    assertThat(held).isBetween(100L, 250L);
  }

  @Test
  void aMailboxWithoutRoomSaysSo() {
    room = 500;
    mailbox.put(new MailboxItem.Text(new byte[1_000]));
    assertThat(said).containsExactly("overloaded");
  }
}
