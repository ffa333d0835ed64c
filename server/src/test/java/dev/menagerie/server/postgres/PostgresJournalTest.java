package dev.menagerie.server.postgres;

import dev.menagerie.server.Stores;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournalContract;
import dev.menagerie.server.game.History;
import dev.menagerie.server.recovery.RecoveryLedger;

class PostgresJournalTest extends GameJournalContract {
  private final PostgresJournal journal = new PostgresJournal(Stores.database(), History.COMPOSER);
  private final PostgresArchive archive = new PostgresArchive(Stores.database());
  private final PostgresLedger ledger = new PostgresLedger(Stores.database(), journal);

  @Override
  protected GameJournal journal() {
    return journal;
  }

  @Override
  protected GameArchive archive() {
    return archive;
  }

  @Override
  protected RecoveryLedger ledger() {
    return ledger;
  }
}
