package dev.menagerie.server.game;

import java.time.Duration;
import java.util.List;

/** Games for tests of stores, which do not read the JSON that they keep. */
public final class Games {
  public static final UserId ADA = new UserId("ada");
  public static final UserId BOB = new UserId("bob");
  public static final Duration LONG = Duration.ofMinutes(3);

  private Games() {}

  public static NewGame waiting(GameId id) {
    return new NewGame(
        id,
        "{\"game\":\"" + id + "\"}",
        new Checkpoint("{\"state\":0}", indexEntry(LifecycleStatus.WAITING, 0, ADA)),
        new ClockOp.Start(LONG));
  }

  public static NewGame begun(GameId id, UserId... players) {
    return new NewGame(
        id,
        "{\"game\":\"" + id + "\"}",
        new Checkpoint("{\"state\":0}", indexEntry(LifecycleStatus.SETUP, 0, players)),
        new ClockOp.Start(LONG));
  }

  public static NewGame begun(GameId id) {
    return begun(id, ADA, BOB);
  }

  public static GameIndexEntry indexEntry(LifecycleStatus status, int turn, UserId... players) {
    return new GameIndexEntry(
        status,
        "casual",
        List.of(players),
        Audience.PUBLIC,
        LobbyListing.LISTED,
        turn,
        "{\"turn\":" + turn + "}");
  }

  public static Request request(int seat, String id) {
    return Request.of(seat, new MessageId(id), "payload of " + id);
  }

  public static Entry asked(int seat, String id) {
    return Entry.of(
        new Cause.Asked(request(seat, id)), "{\"did\":\"" + id + "\"}", "{\"ok\":\"" + id + "\"}");
  }

  public static Entry ranOut(String did) {
    return Entry.of(new Cause.ClockRanOut(), "{\"did\":\"" + did + "\"}", "{}");
  }

  public static Entry byService(String did) {
    return Entry.of(new Cause.Service(), "{\"did\":\"" + did + "\"}", "{}");
  }

  public static Checkpoint turn(int number) {
    return new Checkpoint(
        "{\"state\":" + number + "}", indexEntry(LifecycleStatus.ACTIVE, number, ADA, BOB));
  }

  public static Checkpoint over(int turn) {
    return new Checkpoint("{\"final\":true}", indexEntry(LifecycleStatus.FINISHED, turn, ADA, BOB));
  }
}
