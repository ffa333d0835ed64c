package dev.menagerie.server.live;

import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage.TurnElsewhere;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import java.util.Optional;

/**
 * Tells players who have a game not open whose turn it is there. The node that commits sends the
 * message; a player who follows the game on that node costs nothing. Never waits.
 */
final class TurnMessages implements GameListener {
  private final UserMessages users;
  private final GameRooms rooms;

  TurnMessages(UserMessages users, GameRooms rooms) {
    this.users = users;
    this.rooms = rooms;
  }

  @Override
  public void committed(GameCommitted commit) {
    boolean isElsewhere = commit.reply().isEmpty();
    if (isElsewhere || toAct(commit.before()).equals(toAct(commit.after()))) return;
    var game = commit.game();
    var room = rooms.find(game.id());
    for (var player : commit.after().players()) {
      boolean isHere = room.filter(r -> r.isFollowedBy(player.user())).isPresent();
      if (isHere || player.bot().isPresent()) continue;
      users.sendOutside(
          Membership.playersOf(game.id()), player.user(), about(commit), message(commit.after()));
    }
  }

  @Override
  public void resynced(LiveGame game) {}

  private static Optional<Seat> toAct(Moment moment) {
    return moment.isOver() ? Optional.empty() : moment.state().flatMap(state -> state.toAct());
  }

  private static Envelope.GameRef about(GameCommitted commit) {
    var head = commit.after().head();
    return new Envelope.GameRef(commit.game().id().value(), head.version(), head.epoch());
  }

  private static TurnElsewhere message(Moment moment) {
    return new TurnElsewhere(
        GameMessages.playerId(moment, toAct(moment)),
        moment.turnNumber(),
        moment.clock().deadline().orElse(null));
  }
}
