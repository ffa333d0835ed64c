package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.ActionNames;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.play.Requester;
import dev.menagerie.server.play.TraceContext;
import dev.menagerie.socketio.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Handles actions and resignations: checks membership and bounds, hands the request to the game's
 * loop, and replies once it is committed or refused. Never blocks, so that it may run on the loop
 * that read the message.
 */
final class ActionHandler {
  private final Games games;
  private final GameLookup lookup;
  private final MessageRates rates;
  private final Semaphore atOnce;
  private final MessageTracer tracer;

  ActionHandler(
      Games games, GameLookup lookup, MessageRates rates, int actionsAtOnce, MessageTracer tracer) {
    this.games = games;
    this.lookup = lookup;
    this.rates = rates;
    this.atOnce = new Semaphore(actionsAtOnce);
    this.tracer = tracer;
  }

  void act(
      ClientSession session,
      ClientMessage.Act message,
      MessageResponder responder,
      IncomingEvent received) {
    responder.traced(tracer.begin(ClientMessage.Event.ACTION.wireName(), message.traceparent()));
    responder.action(ActionNames.of(message.action()));
    var request =
        GameRequest.of(session, message.gameId(), message.messageId(), responder, received);
    handle(
        request,
        (seated, id, requester) ->
            games.submitAction(
                seated.game().id(),
                seated.seat(),
                id,
                message.action(),
                message.expectedEventId(),
                requester));
  }

  void resign(
      ClientSession session,
      ClientMessage.Resign message,
      MessageResponder responder,
      IncomingEvent received) {
    responder.traced(tracer.begin(ClientMessage.Event.RESIGN.wireName(), message.traceparent()));
    var request =
        GameRequest.of(session, message.gameId(), message.messageId(), responder, received);
    handle(
        request,
        (seated, id, requester) ->
            games.submitResignation(seated.game().id(), seated.seat(), id, requester));
  }

  /**
   * An action or resignation of a player.
   *
   * @param done releases the client's next message; must be run exactly once
   */
  private record GameRequest(
      ClientSession session,
      String gameId,
      Optional<String> messageId,
      MessageResponder responder,
      IncomingEvent received,
      Runnable done) {
    static GameRequest of(
        ClientSession session,
        String gameId,
        Optional<String> messageId,
        MessageResponder responder,
        IncomingEvent received) {
      return new GameRequest(session, gameId, messageId, responder, received, received.defer());
    }

    void refuse(Refusal refusal) {
      responder.refuse(refusal);
      done.run();
    }

    void fail(RuntimeException failure) {
      FailureReplies.refuse(responder, received, failure);
      done.run();
    }
  }

  /** Hands a request to the game service. */
  private interface Submission {
    CompletionStage<Outcome> submit(
        GameLookup.Found.Seated seated, MessageId message, Requester requester);
  }

  private void handle(GameRequest request, Submission submission) {
    var id = request.messageId().flatMap(MessageId::parse).orElse(null);
    if (id == null) {
      request.refuse(
          Refusal.of(ErrorCode.INVALID_MESSAGE, "$.message_id is missing or not printable"));
      return;
    }
    var inMemory = lookup.knownSeat(request.gameId(), request.session().user());
    if (inMemory.isPresent()) {
      handle(request, inMemory::get, id, submission);
    } else { // reading the game from the store blocks
      var user = request.session().user();
      Thread.startVirtualThread(
          () -> handle(request, () -> lookup.seat(request.gameId(), user), id, submission));
    }
  }

  private void handle(
      GameRequest request, Supplier<GameLookup.Found> found, MessageId id, Submission submission) {
    try {
      switch (found.get()) {
        case GameLookup.Found.Refused refused -> request.refuse(refused.refusal());
        case GameLookup.Found.Seated seated ->
            rates
                .count(seated.game().id(), seated.seat())
                .ifPresentOrElse(
                    request::refuse, () -> submitUnlessBusy(request, seated, id, submission));
      }
    } catch (RuntimeException failure) {
      request.fail(failure);
    }
  }

  private void submitUnlessBusy(
      GameRequest request, GameLookup.Found.Seated seated, MessageId id, Submission submission) {
    if (!atOnce.tryAcquire()) {
      request.refuse(Refusal.of(ErrorCode.BUSY, "The server has too much to do; try again."));
      return;
    }
    var _ =
        submit(request, seated, id, submission)
            .whenComplete((_, _) -> {
              atOnce.release();
              request.done().run();
            });
  }

  /** Submits the request; completes once it is answered, normally or with a failure. */
  private CompletionStage<?> submit(
      GameRequest request, GameLookup.Found.Seated seated, MessageId id, Submission submission) {
    var responder = request.responder();
    var requester = new SessionRequester(request.session(), responder);
    try {
      return submission
          .submit(seated, id, requester)
          .thenAccept(outcome -> reply(requester, seated.game().id(), id, outcome))
          .whenComplete((_, failure) -> {
            if (failure != null) FailureReplies.refuse(responder, request.received(), failure);
          });
    } catch (RuntimeException failure) {
      FailureReplies.refuse(responder, request.received(), failure);
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void reply(
      SessionRequester requester, GameId game, MessageId id, Outcome outcome) {
    var responder = requester.responder();
    switch (outcome) {
      case Outcome.Done done -> requester.reply(done.commit(), Optional.empty());
      case Outcome.Repeated repeated -> {
        responder.repeated();
        responder.reply(
            FirstReply.of(requester.session(), game, repeated, id),
            new Envelope.GameRef(game.value(), repeated.version(), repeated.epoch()),
            () -> FirstReply.message(repeated, id));
      }
      case Outcome.Refused refused -> responder.refuse(refused.refusal());
      case Outcome.NotYet _ -> throw new IllegalStateException("a player's request is never early");
    }
  }

  /** The requester of an action, who gets the reply before the other messages of the commit. */
  private record SessionRequester(ClientSession session, MessageResponder responder)
      implements GameRoom.SocketRequester {
    @Override
    public Optional<TraceContext> trace() {
      return responder.trace();
    }

    @Override
    public void reply(GameCommitted commit, Optional<Update> update) {
      if (responder.hasReplied()) return;
      var reply = commit.reply().orElseThrow();
      responder.reply(
          update
              .map(u -> delta(commit, u))
              .orElseGet(() -> reply.json().getBytes(StandardCharsets.UTF_8)),
          game(commit),
          () ->
              update
                  .<ServerMessage>map(u -> u)
                  .orElse(FirstReply.message(responder.requestId(), reply)));
    }

    private static Envelope.GameRef game(GameCommitted commit) {
      var head = commit.after().head();
      return new Envelope.GameRef(commit.game().id().value(), head.version(), head.epoch());
    }

    private byte[] delta(GameCommitted commit, Update update) {
      var reply = encoded(commit, update);
      responder.requestId().ifPresent(id -> session.rememberDeltaReply(id, reply));
      return reply;
    }

    private byte[] encoded(GameCommitted commit, Update update) {
      return Json.bytes(
          new Reply.ActedDelta(
              true,
              responder.requestId(),
              commit.after().version(),
              update.actionType(),
              update.events(),
              update.patch(),
              update.turnStart(),
              update.gameOver()));
    }
  }
}
