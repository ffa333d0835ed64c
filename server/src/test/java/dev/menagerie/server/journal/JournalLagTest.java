package dev.menagerie.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.background.Ticker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JournalLagTest {
  private final JournalLag lag = new JournalLag(Ticker.SYSTEM);

  @Test
  void lagAroundTheLimitIsOneAlarmUntilTheObjectiveHoldsAgain() {
    lag.waits(JournalLag.ALARM, 10);
    assertThat(lag.isAlarming()).as("at the limit").isFalse();
    lag.waits(JournalLag.ALARM.plusMillis(1), 10);
    assertThat(lag.isAlarming()).isTrue();
    lag.waits(JournalLag.ALARM.minusMillis(1), 10);
    assertThat(lag.isAlarming()).as("a little below the limit").isTrue();
    lag.waits(JournalLag.OBJECTIVE, 10);
    assertThat(lag.isAlarming()).isFalse();
  }

  @Test
  void anEntryThatWaitedTooLongIsAnAlarmThatEndsWithTheBacklog() {
    lag.journaled(JournalLag.ALARM.plusMillis(1));
    assertThat(lag.isAlarming()).isTrue();
    lag.waits(Duration.ZERO, 0);
    assertThat(lag.isAlarming()).isFalse();
  }
}
