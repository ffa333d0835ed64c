package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage.PlayerChat;
import dev.menagerie.server.chat.Chat;
import dev.menagerie.server.chat.ChatFilter.ChatDraft;
import dev.menagerie.server.chat.ChatFilterUnavailable;
import dev.menagerie.server.chat.ChatLog.ChatMessage;
import dev.menagerie.server.chat.ChatText;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a player writes to both players of the game, on every node, except to one who has
 * muted or blocked the writer. Spectators do not get it. A message that the house's filter accepts
 * is stored before it is sent. On the session's mailbox; waits.
 */
final class ChatMessages {
  private static final Logger LOG = LoggerFactory.getLogger(ChatMessages.class);

  private final Namespace namespace;
  private final GameLookup lookup;
  private final Voice voice;
  private final Optional<Chat> chat;
  private final Envelopes envelopes;

  /**
   * @param chat empty: the house has no chat
   */
  ChatMessages(
      Namespace namespace,
      GameLookup lookup,
      Voice voice,
      Optional<Chat> chat,
      Envelopes envelopes) {
    this.namespace = namespace;
    this.lookup = lookup;
    this.voice = voice;
    this.chat = chat;
    this.envelopes = envelopes;
  }

  /** A player says something to the other one. */
  void say(ClientSession session, ClientMessage.Say message, MessageResponder responder) {
    switch (lookup.seat(message.gameId(), session.user())) {
      case GameLookup.Found.Refused refused -> responder.refuse(refused.refusal());
      case GameLookup.Found.Seated seated -> {
        if (chat.isEmpty()) {
          responder.refuse(ErrorCode.FORBIDDEN, "This server has no chat.");
          return;
        }
        var refusal = voice.refusal(Allowance.Of.CHAT, session.user());
        if (refusal.isPresent()) {
          responder.refuse(refusal.get());
        } else {
          say(session, seated.game(), text(message.text()), chat.get(), responder);
        }
      }
    }
  }

  private static ChatText text(String text) {
    try {
      return new ChatText(text);
    } catch (IllegalArgumentException refused) {
      throw GameNamespace.invalid("$.text", String.valueOf(refused.getMessage()));
    }
  }

  private void say(
      ClientSession session, LiveGame game, ChatText text, Chat open, MessageResponder responder) {
    try {
      var draft = new ChatDraft(game.id(), session.user(), session.identity().name(), text);
      var judged = open.filter().judge(draft);
      if (judged.isEmpty()) {
        responder.refuse(refused("filtered", "The house does not allow this message."));
        return;
      }
      var kept = open.log().add(game.id(), session.user(), judged.get());
      if (kept.isEmpty()) {
        responder.refuse(refused("full", "This game has as many messages as allowed."));
        return;
      }
      send(session, game, kept.get());
      responder.reply(new Reply.Done(true));
    } catch (ChatFilterUnavailable lost) {
      LOG.warn("the chat filter cannot be used: {}", lost.getMessage());
      responder.refuse(ErrorCode.UNAVAILABLE, "The chat is not available now; try again.");
    }
  }

  private static Refusal refused(String reason, String message) {
    record Facts(String reason) {}
    return Refusal.of(ErrorCode.FORBIDDEN, message, new Facts(reason));
  }

  /** The writer hears it, too: the filter may have changed it, and another tab may be open. */
  private void send(ClientSession session, LiveGame game, ChatMessage message) {
    var broadcast =
        new PlayerChat(
            message.user().value(),
            Long.toString(message.id()),
            message.at(),
            message.text().value());
    var json = new EncodedJson(envelopes.of(game, game.moment()).encode(broadcast));
    namespace
        .to(Membership.playersOf(game.id()))
        .except(voice.deafRooms(session.user()))
        .emit(broadcast.event(), json);
  }
}
