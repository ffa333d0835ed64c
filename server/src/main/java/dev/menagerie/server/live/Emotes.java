package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage.PlayerEmote;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;

/**
 * Sends a player's emote to all who follow the game, on every node, except users who have muted or
 * blocked the player. Nothing is stored. On the session's mailbox; waits.
 */
final class Emotes {
  private final Namespace namespace;
  private final GameLookup lookup;
  private final Voice voice;
  private final Envelopes envelopes;

  Emotes(Namespace namespace, GameLookup lookup, Voice voice, Envelopes envelopes) {
    this.namespace = namespace;
    this.lookup = lookup;
    this.voice = voice;
    this.envelopes = envelopes;
  }

  /** A player says something in a game of theirs. */
  void show(ClientSession session, ClientMessage.ShowEmote message, MessageResponder responder) {
    switch (lookup.seat(message.gameId(), session.user())) {
      case GameLookup.Found.Refused refused -> responder.refuse(refused.refusal());
      case GameLookup.Found.Seated seated -> {
        var refusal = voice.refusal(Allowance.Of.EMOTES, session.user());
        if (refusal.isPresent()) {
          responder.refuse(refusal.get());
          return;
        }
        send(session, seated.game(), new PlayerEmote(session.user().value(), message.emote()));
        responder.reply(new Reply.Done(true));
      }
    }
  }

  /**
   * With a spectator delay the time of an emote would reveal the moment of play: only players see
   * it.
   */
  private void send(ClientSession session, LiveGame game, PlayerEmote emote) {
    var json = new EncodedJson(envelopes.of(game, game.moment()).encode(emote));
    var deaf = voice.deafRooms(session.user());
    namespace
        .to(Membership.playersOf(game.id()))
        .except(session.socket().id())
        .except(deaf)
        .emit(emote.event(), json);
    if (game.header().spectatorDelayMs() > 0) return;
    namespace.to(Membership.spectatorsOf(game.id())).except(deaf).emit(emote.event(), json);
  }
}
