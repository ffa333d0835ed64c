package dev.menagerie.server.game;

import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.recovery.RecoveryLedger;

class InMemoryGameJournalTest extends GameJournalContract {
  private final InMemoryGameJournal journal =
      new InMemoryGameJournal(new ManualClock(), History.COMPOSER);

  @Override
  protected GameJournal journal() {
    return journal;
  }

  @Override
  protected GameArchive archive() {
    return journal;
  }

  @Override
  protected RecoveryLedger ledger() {
    return journal;
  }
}
