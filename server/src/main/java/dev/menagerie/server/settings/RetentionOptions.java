package dev.menagerie.server.settings;

import java.time.Duration;
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
      names = "--audit-days",
      defaultValue = "365",
      description = "Days for which acts of operators are kept. Default: ${DEFAULT-VALUE}")
  public int auditDays = 365;

  /** How long guests without games are kept. */
  public Duration guests() {
    return Duration.ofDays(guestDays);
  }

  /** How long acts of operators are kept. */
  public Duration audit() {
    return Duration.ofDays(auditDays);
  }

  /** Refuses values out of bounds. */
  void check(SettingProblems found) {
    found.unless(guestDays >= 1 && guestDays <= MAX_DAYS, "--guest-days must be from 1 to 36500");
    found.unless(auditDays >= 1 && auditDays <= MAX_DAYS, "--audit-days must be from 1 to 36500");
  }
}
