package dev.menagerie.server.settings;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of {@code serve} that say how long data is kept. */
public final class RetentionOptions {
  private static final int MAX_DAYS = 36_500;

  @Option(
      names = "--guest-days",
      defaultValue = "7",
      description =
          "Days after which a guest who never played and has not come back is deleted. Default:"
              + " ${DEFAULT-VALUE}")
  public int guestDays = 7;

  @Option(
      names = "--journal-days",
      defaultValue = "30",
      description =
          "Days after the end of a game for which its commits are kept; its replay stays. 0: as"
              + " long as the game. Default: ${DEFAULT-VALUE}")
  public int journalDays = 30;

  @Option(
      names = "--history-days",
      defaultValue = "0",
      description =
          "Days after which a finished game is deleted with its replay; ratings stay. 0: never."
              + " Default: ${DEFAULT-VALUE}")
  public int historyDays;

  @Option(
      names = "--audit-days",
      defaultValue = "365",
      description = "Days for which acts of operators are kept. Default: ${DEFAULT-VALUE}")
  public int auditDays = 365;

  @Option(
      names = "--tournament-days",
      defaultValue = "365",
      description =
          "Days after which a tournament that is over is deleted with its results. 0: never."
              + " Default: ${DEFAULT-VALUE}")
  public int tournamentDays = 365;

  @Option(
      names = "--chat-days",
      defaultValue = "30",
      description = "Days for which messages of the chat are kept. Default: ${DEFAULT-VALUE}")
  public int chatDays = 30;

  /** How long guests without games are kept. */
  public Duration guests() {
    return Duration.ofDays(guestDays);
  }

  /** How long the commits of finished games are kept; empty: as long as the games. */
  public Optional<Duration> journal() {
    return days(journalDays);
  }

  /** How long finished games are kept; empty: for good. */
  public Optional<Duration> history() {
    return days(historyDays);
  }

  /** How long tournaments are kept that are over; empty: for good. */
  public Optional<Duration> tournaments() {
    return days(tournamentDays);
  }

  private static Optional<Duration> days(int days) {
    return Optional.of(Duration.ofDays(days)).filter(Duration::isPositive);
  }

  /** How long messages of the chat are kept. */
  public Duration chat() {
    return Duration.ofDays(chatDays);
  }

  /** How long acts of operators are kept. */
  public Duration audit() {
    return Duration.ofDays(auditDays);
  }

  /** Refuses values out of bounds. */
  void check(SettingProblems found) {
    found.unless(guestDays >= 1 && guestDays <= MAX_DAYS, "--guest-days must be from 1 to 36500");
    found.unless(
        journalDays >= 0 && journalDays <= MAX_DAYS, "--journal-days must be from 0 to 36500");
    found.unless(
        historyDays >= 0 && historyDays <= MAX_DAYS, "--history-days must be from 0 to 36500");
    found.unless(
        tournamentDays >= 0 && tournamentDays <= MAX_DAYS,
        "--tournament-days must be from 0 to 36500");
    found.unless(chatDays >= 1 && chatDays <= MAX_DAYS, "--chat-days must be from 1 to 36500");
    found.unless(auditDays >= 1 && auditDays <= MAX_DAYS, "--audit-days must be from 1 to 36500");
  }
}
