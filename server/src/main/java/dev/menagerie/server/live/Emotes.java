package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage.PlayerEmote;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends a player's emote to all who follow the game, on every node, except users who have muted or
 * blocked the player. Nothing is stored. On the session's mailbox; waits.
 */
final class Emotes {
  private final Namespace namespace;
  private final GameLookup lookup;
  private final MessageRates rates;
  private final Mutes mutes;
  private final Envelopes envelopes;

  Emotes(
      Namespace namespace,
      GameLookup lookup,
      MessageRates rates,
      Mutes mutes,
      Envelopes envelopes) {
    this.namespace = namespace;
    this.lookup = lookup;
    this.rates = rates;
    this.mutes = mutes;
    this.envelopes = envelopes;
  }

  /** A player says something in a game of theirs. */
  void show(ClientSession session, ClientMessage.ShowEmote message, MessageResponder responder) {
    switch (lookup.seat(message.gameId(), session.user())) {
      case GameLookup.Found.Refused refused -> responder.refuse(refused.refusal());
      case GameLookup.Found.Seated seated -> {
        var refusal = refusal(session.user());
        if (refusal.isPresent()) {
          responder.refuse(refusal.get());
          return;
        }
        send(session, seated.game(), new PlayerEmote(session.user().value(), message.emote()));
        responder.reply(new Reply.Done(true));
      }
    }
  }

  private Optional<Refusal> refusal(UserId user) {
    return rates
        .countEmote(user)
        .or(() -> mutes.sanctionOf(user).map(sanction -> muted(sanction.until())));
  }

  private static Refusal muted(Optional<Instant> until) {
    record Facts(Optional<Instant> mutedUntil) {}
    return Refusal.of(ErrorCode.FORBIDDEN, "An operator has muted you.", new Facts(until));
  }

  /**
   * With a spectator delay the time of an emote would reveal the moment of play: only players see
   * it.
   */
  private void send(ClientSession session, LiveGame game, PlayerEmote emote) {
    var json = new EncodedJson(envelopes.of(game, game.moment()).encode(emote));
    var deaf =
        mutes.deafTo(session.user()).stream().map(UserMessages::roomOf).toArray(String[]::new);
    namespace
        .to(Membership.playersOf(game.id()))
        .except(session.socket().id())
        .except(deaf)
        .emit(emote.event(), json);
    if (game.header().spectatorDelayMs() > 0) return;
    namespace.to(Membership.spectatorsOf(game.id())).except(deaf).emit(emote.event(), json);
  }
}
