package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;

/** Computes what identifies a request: its seat, its id and a hash of its content. */
final class RequestKeys {
  private RequestKeys() {}

  static Request of(Seat seat, MessageId message, Action action) {
    return Request.of(seat.index(), message, Json.text(action));
  }

  static Request resignation(Seat seat, MessageId message) {
    return Request.of(seat.index(), message, "resign");
  }
}
