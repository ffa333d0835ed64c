package dev.menagerie.server.lobby;

import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.WireMessage;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.live.Envelopes;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The lobby as this node's members have it: read from the stores every second while a member is
 * here, and sent as changes. Nodes send each other nothing, so that nothing is missed when a
 * message or a node is lost. A game of this node is looked for at once.
 */
final class LobbyFeed implements GameListener {
  /** How far the live list may be behind. */
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Delay of a read after a change: most commits are in the index by then. */
  private static final Duration SOON = Duration.ofMillis(100);

  /** Interval of reading the members' blocks. */
  private static final Duration BLOCKS = Duration.ofSeconds(5);

  /** Members who see every user. */
  private static final String EVERYONE = "lobby";

  private final Namespace namespace;
  private final LobbyReader reader;
  private final LobbyMembers members;
  private final HiddenUsers blocks;
  private final Envelopes envelopes;
  private final Scheduler scheduler;
  private final Set<LobbyMembers.Member> here = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isPlanned = new AtomicBoolean();
  private final Map<UserId, Set<UserId>> hidden = new HashMap<>();
  private @Nullable LobbyState lastSent;

  LobbyFeed(
      Namespace namespace,
      LobbyReader reader,
      LobbyMembers members,
      HiddenUsers blocks,
      Envelopes envelopes,
      Scheduler scheduler) {
    this.namespace = namespace;
    this.reader = reader;
    this.members = members;
    this.blocks = blocks;
    this.envelopes = envelopes;
    this.scheduler = scheduler;
    scheduler.every(INTERVAL, this::updateUnlessAway);
    scheduler.every(BLOCKS, this::readBlocksUnlessAway);
  }

  /**
   * A socket is in the lobby: sends the state, and every change from then on.
   *
   * @throws StoreUnavailable if the state cannot be read; the socket is not in the lobby then
   */
  synchronized void enter(Socket socket, LobbyMembers.Member member) {
    here.add(member);
    members.repeat(here);
    var user = member.user();
    changeHidden(user, blocks.from(List.of(user)).getOrDefault(user, Set.of()));
    var own = hidden.getOrDefault(user, Set.of());
    var state = update().without(own);
    var ready =
        new LobbyMessage.Ready(
            member.user().value(),
            envelopes.now(),
            state.games(),
            state.members(),
            state.counts(),
            state.announcements(),
            state.tournaments());
    socket.emit(ready.event(), encoded(ready));
    socket.join(roomOf(user));
    if (own.isEmpty()) socket.join(EVERYONE);
  }

  /** A user's last socket here is gone. */
  void leave(LobbyMembers.Member member) {
    if (!here.remove(member)) return;
    forget(member.user());
    try {
      members.remove(member);
    } catch (StoreUnavailable away) {
      // Members that are not repeated expire.
    }
    soon();
  }

  @Override
  public void created(LiveGame game) {
    soon();
  }

  @Override
  public void committed(GameCommitted commit) {
    if (commit.before().state().isEmpty()) soon();
  }

  @Override
  public void resynced(LiveGame game) {}

  private void soon() {
    if (here.isEmpty() || !isPlanned.compareAndSet(false, true)) return;
    scheduler.after(
        SOON,
        () -> {
          isPlanned.set(false);
          updateUnlessAway();
        });
  }

  private synchronized void updateUnlessAway() {
    try {
      if (here.isEmpty()) {
        lastSent = null;
        return;
      }
      members.repeat(here);
      update();
    } catch (StoreUnavailable away) {
      // The next update sends the changes made in between.
    }
  }

  private LobbyState update() {
    var before = lastSent;
    var now = reader.read();
    lastSent = now;
    if (before == null) return now;
    send(EVERYONE, before, now);
    hidden.forEach(
        (user, others) -> send(roomOf(user), before.without(others), now.without(others)));
    return now;
  }

  private void send(String room, LobbyState before, LobbyState now) {
    for (var change : before.changesTo(now)) {
      namespace.local().to(room).emit(change.event(), encoded(change));
    }
  }

  private synchronized void readBlocksUnlessAway() {
    if (here.isEmpty()) return;
    try {
      var users = here.stream().map(LobbyMembers.Member::user).toList();
      var now = blocks.from(users);
      for (var user : users) changeHidden(user, now.getOrDefault(user, Set.of()));
    } catch (StoreUnavailable away) {
      // The next look is soon enough.
    }
  }

  /** Other users are hidden from a member than before: sends what is gone or back. */
  private void changeHidden(UserId user, Set<UserId> others) {
    var before = hidden.getOrDefault(user, Set.of());
    if (before.equals(others)) return;
    var sent = lastSent;
    if (sent != null) send(roomOf(user), sent.without(before), sent.without(others));
    if (others.isEmpty()) hidden.remove(user);
    else hidden.put(user, others);
    for (var socket : namespace.local().to(roomOf(user)).sockets()) {
      if (others.isEmpty()) socket.join(EVERYONE);
      else socket.leave(EVERYONE);
    }
  }

  private synchronized void forget(UserId user) {
    hidden.remove(user);
  }

  /** The sockets of one member that have the state. */
  private static String roomOf(UserId user) {
    return "lobby:" + user.value();
  }

  private EncodedJson encoded(WireMessage message) {
    return new EncodedJson(envelopes.plain().encode(message));
  }
}
