package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage.Invitation;
import dev.menagerie.protocol.ServerMessage.Invitation.InvitationStatus;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Move;
import dev.menagerie.server.play.WaitingTime;
import java.util.Optional;

/**
 * Sends every change of an invitation to both users, on all of their connections. A rematch is an
 * invitation, too. The node that made the change sends the message.
 */
final class InvitationMessages implements GameListener {
  private final UserMessages users;

  InvitationMessages(UserMessages users) {
    this.users = users;
  }

  @Override
  public void created(LiveGame game) {
    // If the other player has accepted or declined already, both have received that message.
    var now = game.moment();
    if (now.state().isEmpty() && !now.isOver()) send(game, now, InvitationStatus.OFFERED);
  }

  @Override
  public void committed(GameCommitted commit) {
    boolean isElsewhere = commit.reply().isEmpty();
    if (isElsewhere || commit.before().state().isPresent()) return;
    change(commit.record().move())
        .ifPresent(status -> send(commit.game(), commit.before(), status));
  }

  @Override
  public void resynced(LiveGame game) {}

  private static Optional<InvitationStatus> change(Move move) {
    return switch (move) {
      case Move.Opened _ -> Optional.of(InvitationStatus.ACCEPTED);
      case Move.Closed closed -> Optional.of(status(closed.why()));
      case Move.Acted _,
          Move.Resigned _,
          Move.TimedOut _,
          Move.GraceGranted _,
          Move.PlayerLeft _,
          Move.PlayerReturned _,
          Move.Warned _,
          Move.TimeGivenBack _,
          Move.TimeGranted _,
          Move.Voided _ ->
          Optional.empty();
    };
  }

  private static InvitationStatus status(Move.Closed.Why why) {
    return switch (why) {
      case EXPIRED -> InvitationStatus.EXPIRED;
      case DECLINED -> InvitationStatus.DECLINED;
      case CANCELLED, CREATOR_LEFT -> InvitationStatus.WITHDRAWN;
    };
  }

  private void send(LiveGame game, Moment waiting, InvitationStatus status) {
    var header = game.header();
    if (!(header.invitation() instanceof dev.menagerie.server.play.Invitation.User invited)) return;
    var from = header.creator();
    var message =
        new Invitation(
            status,
            from.user().value(),
            from.name(),
            invited.user().value(),
            Json.toTree(header.type()).asString(),
            header.rules().preset(),
            header.rematchOf().map(GameId::value),
            WaitingTime.end(waiting));
    var head = game.moment().head();
    var about = new Envelope.GameRef(game.id().value(), head.version(), head.epoch());
    for (UserId user : new UserId[] {from.user(), invited.user()}) users.send(user, about, message);
  }
}
