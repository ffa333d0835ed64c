package dev.menagerie.server.wiring;

import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.metrics.Meters;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.FinishedGames;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresAudit;
import dev.menagerie.server.postgres.PostgresBans;
import dev.menagerie.server.postgres.PostgresCampaign;
import dev.menagerie.server.postgres.PostgresChatLog;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.server.postgres.PostgresIdentities;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresPlayedGames;
import dev.menagerie.server.postgres.PostgresReports;
import dev.menagerie.server.postgres.PostgresSessions;
import dev.menagerie.server.postgres.PostgresTickets;
import dev.menagerie.server.postgres.PostgresTournaments;
import dev.menagerie.server.recovery.OrphanedGames;
import dev.menagerie.server.settings.RetentionOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Deletes expired data in small batches, and games whose creation was never completed. */
final class CleanUp implements Runnable {
  /**
   * Batches of one kind in one run: the rest waits for the next, so that every kind has its turn.
   */
  private static final int MAX_BATCHES = 1_000;

  private record Rule(IntSupplier batch, Counter deleted) {}

  private final List<Rule> rules = new ArrayList<>();
  private final MeterRegistry registry;
  private final Database database;
  private final GameStore store;
  private final PostgresJournal journal;

  CleanUp(
      Database database,
      GameStore store,
      PostgresJournal journal,
      RetentionOptions kept,
      MeterRegistry registry) {
    this.database = database;
    this.store = store;
    this.journal = journal;
    this.registry = registry;
    var games = new FinishedGames(database);
    rule("journal", kept.journal().map(age -> () -> games.sweepJournal(age)));
    rule("history", kept.history().map(age -> () -> games.sweepHistory(age)));
    var accounts = new PostgresAccounts(database);
    rule("guests", Optional.of(() -> accounts.sweepGuests(kept.guests())));
    rule("sessions", Optional.of(new PostgresSessions(database)::sweep));
    rule("idempotency_keys", Optional.of(new PostgresIdempotencyStore(database)::sweep));
    rule("sign_ins", Optional.of(new PostgresIdentities(database)::sweep));
    var tournaments = new PostgresTournaments(database);
    rule("tournaments", kept.tournaments().map(age -> () -> tournaments.sweep(age)));
    var chat = new PostgresChatLog(database);
    rule("chat", Optional.of(() -> chat.sweep(kept.chat())));
    var audit = new PostgresAudit(database);
    var reports = new PostgresReports(database);
    rule("reports", Optional.of(() -> reports.sweep(kept.audit())));
    rule("audit", Optional.of(() -> audit.sweep(kept.audit())));
  }

  private void rule(String kind, Optional<IntSupplier> batch) {
    var deleted = Meters.RETENTION_DELETED.counter(registry, kind);
    batch.ifPresent(delete -> rules.add(new Rule(delete, deleted)));
  }

  /** Games of builds that counted no statistics. */
  private void describeOlderGames() {
    var games = new PostgresPlayedGames(database);
    int batches = 0;
    while (games.describeOlder() > 0 && ++batches < MAX_BATCHES) {}
  }

  @Override
  public void run() {
    new OrphanedGames(store, journal).forget();
    journal.sweep();
    new PostgresTickets(database).sweep();
    new PostgresBans(database).sweep();
    describeOlderGames();
    new PostgresCampaign(database).sweep();
    for (var rule : rules) {
      int batches = 0;
      int gone;
      do {
        gone = rule.batch().getAsInt();
        rule.deleted().increment(gone);
      } while (gone > 0 && ++batches < MAX_BATCHES);
    }
  }
}
