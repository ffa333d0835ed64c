package dev.menagerie.server.live;

import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.live.Announcements.Announcement;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The announcements in force as this node has them: read every few seconds, so that nodes send each
 * other nothing. While the store is away the last ones stay.
 */
public final class AnnouncementFeed {
  /** The longest time after which a node has an announcement or its withdrawal. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Announcements announcements;
  private final InstantSource clock;
  private final List<Consumer<List<LobbyMessage.Announcement>>> listeners =
      new CopyOnWriteArrayList<>();
  private volatile List<Announcement> inForce = List.of();

  /** Reads the announcements now and from then on. */
  public AnnouncementFeed(Announcements announcements, Scheduler scheduler, InstantSource clock) {
    this.announcements = announcements;
    this.clock = clock;
    read();
    scheduler.every(INTERVAL, this::read);
  }

  /** Those in force as clients see them, the newest first. Any thread; never waits. */
  public List<LobbyMessage.Announcement> current() {
    return inForce.stream()
        .map(a ->
            new LobbyMessage.Announcement(a.id(), a.text(), a.createdAt(), a.expiresAt(), a.at()))
        .toList();
  }

  /** Whether one of them closes the server to new games now. Any thread; never waits. */
  public boolean closesNewGames() {
    var now = clock.instant();
    return inForce.stream().anyMatch(one -> one.closesNewGamesAt(now));
  }

  /** Sends every change to a room, from now on. */
  void sendTo(Namespace namespace, String room, Envelopes envelopes) {
    listeners.add(now -> {
      var message = new ServerMessage.AnnouncementsChanged(now);
      namespace
          .local()
          .to(room)
          .emit(message.event(), new EncodedJson(envelopes.plain().encode(message)));
    });
  }

  /** Greets a new receiver; no change is sent between the greeting and its end. */
  synchronized void greet(Consumer<List<LobbyMessage.Announcement>> greeting) {
    greeting.accept(current());
  }

  void read() {
    try {
      replace(announcements.inForce(clock.instant()));
    } catch (StoreUnavailable away) {
      // The next read is soon enough.
    }
  }

  private synchronized void replace(List<Announcement> now) {
    if (now.equals(inForce)) return;
    inForce = now;
    var current = current();
    for (var listener : listeners) listener.accept(current);
  }
}
