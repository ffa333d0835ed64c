package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage.FriendChanged;
import dev.menagerie.protocol.ServerMessage.FriendChanged.FriendStatus;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.FriendChanges;

/** Sends both users the change of their relation. Never waits. */
final class FriendMessages implements FriendChanges.Listener {
  private final UserMessages users;

  FriendMessages(UserMessages users) {
    this.users = users;
  }

  @Override
  public void changed(FriendChanges.Kind kind, UserId by, String name, UserId other) {
    var status =
        switch (kind) {
          case ASKED -> FriendStatus.ASKED;
          case ACCEPTED -> FriendStatus.ACCEPTED;
          case REMOVED -> FriendStatus.REMOVED;
        };
    var message = new FriendChanged(status, by.value(), name, other.value());
    users.send(by, message);
    users.send(other, message);
  }
}
