package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournalContract;
import dev.menagerie.server.game.History;
import dev.menagerie.server.recovery.RecoveryLedger;

/** The journal's contract on a Postgres that is set up in a way of its own. */
abstract class DatabaseContract extends GameJournalContract {
  /** The migrated database, the same for all tests of a class. */
  protected abstract Database database() throws Exception;

  private Database open() {
    try {
      return database();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected GameJournal journal() {
    return new PostgresJournal(open(), History.COMPOSER);
  }

  @Override
  protected GameArchive archive() {
    return new PostgresArchive(open());
  }

  @Override
  protected RecoveryLedger ledger() {
    return new PostgresLedger(open(), new PostgresJournal(open(), History.COMPOSER));
  }
}
