package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.play.LiveGame;
import java.util.Optional;

/** Tells both players that an opponent was found and that their game has started. Never waits. */
public final class MatchMessages {
  private final UserMessages users;

  MatchMessages(UserMessages users) {
    this.users = users;
  }

  /**
   * Sends the message to the players who are users.
   *
   * @param waitedMs how long the player who waited longer had waited
   */
  public void started(LiveGame game, long waitedMs) {
    send(game, waitedMs, Optional.empty());
  }

  /**
   * Sends the message to both players of a game of a tournament.
   *
   * @param tournament the tournament's id
   */
  public void startedInTournament(LiveGame game, String tournament) {
    send(game, 0, Optional.of(tournament));
  }

  private void send(LiveGame game, long waitedMs, Optional<String> tournament) {
    var header = game.header();
    var players = game.moment().players();
    if (players.size() != 2) return;
    var head = game.moment().head();
    var about = new Envelope.GameRef(game.id().value(), head.version(), head.epoch());
    for (int seat = 0; seat < 2; seat++) {
      if (players.get(seat).bot().isPresent()) continue;
      var opponent = players.get(1 - seat);
      var message =
          new ServerMessage.MatchStarted(
              header.rules().preset(),
              Json.toTree(header.type()).asString(),
              opponent.user().value(),
              opponent.name(),
              waitedMs,
              tournament);
      users.send(players.get(seat).user(), about, message);
    }
  }
}
