package dev.menagerie.server.settings;

import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.rating.SameAddress;
import java.time.Duration;
import picocli.CommandLine.Option;

/**
 * Options of {@code serve} that bound what one user or address may take; docs/limits.md has all.
 */
public final class BoundOptions {
  private static final int MEGA = 1 << 20;

  /** Buckets refill by a token a nanosecond at most. */
  private static final int MOST_MB_PER_SECOND = 900;

  /** Half of the processors: the other half plays. */
  private static final int REPLAYS_AT_ONCE =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Lists of users are answered whole. */
  private static final int MOST_USERS = 2_000;

  /** A day: a list of open games is for players who are there. */
  private static final int MOST_WAITING_SECONDS = 86_400;

  @Option(
      names = "--games-per-user",
      defaultValue = "50",
      description = "Unfinished games one user may sit in. Default: ${DEFAULT-VALUE}")
  public int gamesPerUser = 50;

  @Option(
      names = "--listed-games-per-user",
      defaultValue = "3",
      description =
          "Games of one user that may wait in the list of open games. Default: ${DEFAULT-VALUE}")
  public int listedGamesPerUser = 3;

  @Option(
      names = "--waiting-seconds",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description =
          "How long a game or an invitation waits for its second player; a rematch ten minutes at"
              + " most. Default: ${DEFAULT-VALUE}")
  public int waitingSeconds = 3_600;

  @Option(
      names = "--friends-per-user",
      defaultValue = "200",
      description =
          "Friends of one user, with those who have not answered yet. Default: ${DEFAULT-VALUE}")
  public int friendsPerUser = 200;

  @Option(
      names = "--blocks-per-user",
      defaultValue = "500",
      description = "Users that one user may block. Default: ${DEFAULT-VALUE}")
  public int blocksPerUser = 500;

  @Option(
      names = "--replays-at-once",
      defaultValue = "0",
      description =
          "Finished games that are replayed at once; 0: half of the processors. Default:"
              + " ${DEFAULT-VALUE}")
  public int replaysAtOnce;

  @Option(
      names = "--replays-per-user",
      defaultValue = "2",
      description = "Requests for replays of one user that may wait. Default: ${DEFAULT-VALUE}")
  public int replaysPerUser = 2;

  @Option(
      names = "--replay-cache-mb",
      defaultValue = "32",
      description = "Memory for replays that were asked for. Default: ${DEFAULT-VALUE}")
  public int replayCacheMb = 32;

  @Option(
      names = "--answer-mb-per-second",
      defaultValue = "16",
      description =
          "Bytes of responses over 16 KiB that one address gets, in MiB. Default: ${DEFAULT-VALUE}")
  public int answerMbPerSecond = 16;

  @Option(
      names = "--rated-same-address",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether ranked games of players who are signed in from one address change ratings."
              + " Default: false")
  public boolean ratedSameAddress;

  /** Whether ranked games of players who share an address count. */
  public SameAddress sameAddress() {
    return ratedSameAddress ? SameAddress.COUNTS : SameAddress.DOES_NOT_COUNT;
  }

  /** How many unfinished games a user may have. */
  public CreationLimits games() {
    return new CreationLimits(gamesPerUser, listedGamesPerUser);
  }

  /** How long a game waits for its second player. */
  public Duration waiting() {
    return Duration.ofSeconds(waitingSeconds);
  }

  /** Replays at once, as a number of threads. */
  public int replayThreads() {
    return replaysAtOnce == 0 ? REPLAYS_AT_ONCE : replaysAtOnce;
  }

  /** Memory for replays, in bytes. */
  public long replayCacheBytes() {
    return (long) replayCacheMb * MEGA;
  }

  /** Bytes of large responses to one address. */
  public RateLimit answerBytes() {
    return RateLimit.perSecond("bytes", (long) answerMbPerSecond * MEGA);
  }

  /** Refuses values out of bounds. */
  public void check(SettingProblems found) {
    found.unless(gamesPerUser >= 1, "--games-per-user must be at least 1");
    found.unless(listedGamesPerUser >= 1, "--listed-games-per-user must be at least 1");
    found.unless(
        waitingSeconds >= 1 && waitingSeconds <= MOST_WAITING_SECONDS,
        "--waiting-seconds must be from 1 to " + MOST_WAITING_SECONDS);
    found.unless(
        friendsPerUser >= 1 && friendsPerUser <= MOST_USERS,
        "--friends-per-user must be from 1 to " + MOST_USERS);
    found.unless(
        blocksPerUser >= 1 && blocksPerUser <= MOST_USERS,
        "--blocks-per-user must be from 1 to " + MOST_USERS);
    found.unless(
        replaysAtOnce >= 0 && replaysAtOnce <= 64, "--replays-at-once must be from 0 to 64");
    found.unless(replaysPerUser >= 1, "--replays-per-user must be at least 1");
    found.unless(
        replayCacheMb >= 0 && replayCacheMb <= 65_536, "--replay-cache-mb must be from 0 to 65536");
    found.unless(
        answerMbPerSecond >= 1 && answerMbPerSecond <= MOST_MB_PER_SECOND,
        "--answer-mb-per-second must be from 1 to " + MOST_MB_PER_SECOND);
  }
}
