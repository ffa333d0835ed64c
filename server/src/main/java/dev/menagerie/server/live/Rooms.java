package dev.menagerie.server.live;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.LiveGames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rooms of this node, one for each game that somebody here follows. */
final class Rooms implements GameListener {
  private final LiveGames games;
  private final Envelopes envelopes;
  private final Scheduler scheduler;
  private final TurnWarnings warnings;
  private final ConcurrentHashMap<GameId, Room> rooms = new ConcurrentHashMap<>();

  /** Bound while a player's request is carried out: the thread that commits also tells. */
  private static final ScopedValue<Room.Asker> ASKER = ScopedValue.newInstance();

  private volatile Consumer<Session> seatTaken = _ -> {};

  Rooms(LiveGames games, TurnWarnings warnings, Envelopes envelopes, Scheduler scheduler) {
    this.games = games;
    this.warnings = warnings;
    this.envelopes = envelopes;
    this.scheduler = scheduler;
  }

  /** Does something in a game's room that nobody can interrupt; makes the room. */
  <T> T enter(LiveGame game, Function<Room, T> work) {
    return games.hold(
        game,
        moment -> {
          var room = rooms.computeIfAbsent(game.id(), _ -> new Room(game, envelopes, scheduler));
          warnings.resume(game.id(), moment);
          return work.apply(room);
        });
  }

  /** Does something in a game's room, if there is one; closes the room when nobody is left. */
  void inRoom(GameId id, Consumer<Room> work) {
    var room = rooms.get(id);
    if (room == null) return;
    games.hold(
        room.game(),
        _ -> {
          work.accept(room);
          if (room.isEmpty() && rooms.remove(id, room)) warnings.forget(id);
          return true;
        });
  }

  Optional<Room> find(GameId id) {
    return Optional.ofNullable(rooms.get(id));
  }

  List<GameId> followed() {
    return List.copyOf(rooms.keySet());
  }

  /** Runs work that may commit; the requester gets the reply only, not the broadcast too. */
  <T> T asking(Room.Asker asker, Supplier<T> work) {
    return ScopedValue.where(ASKER, asker).call(work::get);
  }

  /** Sets the listener for sessions that watch a game in which their user has a seat by now. */
  void onSeatTaken(Consumer<Session> listener) {
    seatTaken = listener;
  }

  private void endWatching(Room room) {
    for (var session : room.seatedSpectators()) {
      session.socket().execute(() -> seatTaken.accept(session));
    }
  }

  @Override
  public void happened(GameCommitted what) {
    var room = rooms.get(what.game().id());
    if (room == null) return;
    boolean own = what.reply().isPresent() && ASKER.isBound();
    room.tell(what, own ? Optional.of(ASKER.get()) : Optional.empty());
    boolean isJoined = what.after().players().size() > what.before().players().size();
    if (isJoined) endWatching(room);
    warnings.onCommit(what.game().id(), what.after());
  }

  @Override
  public boolean isFollowing(GameId game) {
    return rooms.containsKey(game);
  }

  @Override
  public void resynced(LiveGame game) {
    var room = rooms.get(game.id());
    if (room == null) return;
    room.resync();
    endWatching(room);
    warnings.resume(game.id(), game.moment());
  }
}
