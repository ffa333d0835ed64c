package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.ActionResult;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Actions and resignations: membership, rules, commit, and only then the tellings. */
final class ActionHandler {
  private final Games games;
  private final Rooms rooms;
  private final GameLookup finding;
  private final Rates rates;
  private final Semaphore atOnce;

  ActionHandler(Games games, Rooms rooms, GameLookup finding, Rates rates, int actionsAtOnce) {
    this.games = games;
    this.rooms = rooms;
    this.finding = finding;
    this.rates = rates;
    this.atOnce = new Semaphore(actionsAtOnce);
  }

  void act(Session session, ClientMessage.Act message, Answer answer) {
    carryOut(
        session,
        message.gameId(),
        message.messageId(),
        answer,
        (game, seat, id) -> games.act(game, seat, id, message.action(), message.expectedEventId()));
  }

  void resign(Session session, ClientMessage.Resign message, Answer answer) {
    carryOut(
        session,
        message.gameId(),
        message.messageId(),
        answer,
        (game, seat, id) -> games.resign(game, seat, id));
  }

  /** What a player asks of a game. */
  private interface GameRequest {
    Outcome of(GameId game, Seat seat, MessageId message);
  }

  private void carryOut(
      Session session,
      String gameId,
      Optional<String> messageId,
      Answer answer,
      GameRequest request) {
    var id = messageId.flatMap(ActionHandler::messageId).orElse(null);
    if (id == null) {
      answer.refuse(ErrorCode.INVALID_MESSAGE, "$.message_id is missing or not printable");
      return;
    }
    switch (finding.seat(gameId, session.user())) {
      case GameLookup.Found.Refused refused -> answer.refuse(refused.refusal());
      case GameLookup.Found.Seated seated ->
          rates
              .count(seated.game().id(), seated.seat())
              .ifPresentOrElse(
                  answer::refuse, () -> unlessBusy(session, answer, seated, id, request));
    }
  }

  private void unlessBusy(
      Session session,
      Answer answer,
      GameLookup.Found.Seated seated,
      MessageId id,
      GameRequest request) {
    if (!atOnce.tryAcquire()) {
      answer.refuse(ErrorCode.BUSY, "The server has too much to do; try again.");
      return;
    }
    try {
      carryOut(
          session, answer, seated.game().id(), id, game -> request.of(game, seated.seat(), id));
    } finally {
      atOnce.release();
    }
  }

  private static Optional<MessageId> messageId(String text) {
    try {
      return Optional.of(new MessageId(text));
    } catch (IllegalArgumentException unprintable) {
      return Optional.empty();
    }
  }

  private void carryOut(
      Session session,
      Answer answer,
      GameId game,
      MessageId id,
      Function<GameId, Outcome> request) {
    var asker = new Replying(session, answer);
    switch (rooms.asking(asker, () -> request.apply(game))) {
      case Outcome.Done done -> asker.reply(done.what(), Optional.empty());
      case Outcome.Repeated repeated ->
          answer.give(
              original(session, game, repeated, id),
              new Envelope.GameRef(game.value(), repeated.version(), repeated.epoch()),
              () -> result(repeated, id));
      case Outcome.Refused refused -> answer.refuse(refused.refusal());
      case Outcome.NotYet _ -> throw new IllegalStateException("a player's request is never early");
    }
  }

  /**
   * The first reply. In delta mode it has a patch: the one of the first reply if this connection got
   * that, else an empty one, since the state that the client was sent later holds the commit.
   */
  private static byte[] original(
      Session session, GameId game, Outcome.Repeated repeated, MessageId id) {
    var place = session.place();
    boolean isDelta = place.filter(p -> p.game().equals(game) && p.sync() == Sync.DELTA).isPresent();
    if (!isDelta || repeated.reply().isEmpty()) return original(repeated, id);
    return session.deltaReply(id.value()).orElseGet(() -> unpatched(repeated.reply().get()));
  }

  private static byte[] unpatched(String reply) {
    var acted = Json.read(reply, Reply.Acted.class);
    return Json.bytes(
        new Reply.ActedDelta(
            true,
            acted.requestId(),
            acted.eventId(),
            acted.actionType(),
            acted.events(),
            RawJson.of(List.of()),
            Optional.empty(),
            Optional.empty()));
  }

  private static byte[] original(Outcome.Repeated repeated, MessageId id) {
    return repeated
        .reply()
        .map(reply -> reply.getBytes(StandardCharsets.UTF_8))
        .orElseGet(() ->
            Json.bytes(
                new Reply.Replayed(true, Optional.of(id.value()), repeated.version(), true)));
  }

  private static ServerMessage result(Outcome.Repeated repeated, MessageId id) {
    var reply = Json.tree(original(repeated, id), dev.menagerie.codec.Limits.DOCUMENT);
    var type = reply.get("action_type");
    var events = reply.get("events");
    return new ActionResult(
        Optional.of(id.value()),
        true,
        type == null ? "replayed" : type.asString(),
        events == null ? RawJson.of(List.of()) : RawJson.of(events));
  }

  /** Tells an actor what came of it, before anyone hears more. */
  private record Replying(Session session, Answer answer) implements Room.Asker {
    @Override
    public void reply(GameCommitted what, Optional<Update> update) {
      if (answer.isGiven()) return;
      var reply = what.reply().orElseThrow().getBytes(StandardCharsets.UTF_8);
      answer.give(
          update.map(u -> delta(what, u)).orElse(reply),
          game(what),
          () -> message(what, update, reply));
    }

    private static Envelope.GameRef game(GameCommitted what) {
      var head = what.after().head();
      return new Envelope.GameRef(what.game().id().value(), head.version(), head.epoch());
    }

    private byte[] delta(GameCommitted what, Update update) {
      var reply = encoded(what, update);
      answer.requestId().ifPresent(id -> session.rememberDeltaReply(id, reply));
      return reply;
    }

    private byte[] encoded(GameCommitted what, Update update) {
      return Json.bytes(
          new Reply.ActedDelta(
              true,
              answer.requestId(),
              what.after().version(),
              update.actionType(),
              update.events(),
              update.patch(),
              update.turnStart(),
              update.gameOver()));
    }

    private ServerMessage message(GameCommitted what, Optional<Update> update, byte[] reply) {
      if (update.isPresent()) return update.get();
      var events = Json.tree(reply, dev.menagerie.codec.Limits.DOCUMENT).get("events");
      return new ActionResult(
          answer.requestId(), true, what.record().move().actionType(), RawJson.of(events));
    }
  }
}
