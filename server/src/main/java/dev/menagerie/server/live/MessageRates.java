package dev.menagerie.server.live;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Optional;

/** Counts the messages of clients before they are read. */
final class MessageRates {
  private final Allowance allowance;

  MessageRates(Allowance allowance) {
    this.allowance = allowance;
  }

  /** One message more of this connection; the refusal if its user or its address sends too many. */
  Optional<Refusal> count(ClientSession session) {
    var address = session.socket().handshake().remoteAddress();
    var byAddress = allowance.take(Allowance.Of.ADDRESS, address);
    var byUser = allowance.take(Allowance.Of.USER, session.user().value());
    return byUser.or(() -> byAddress).map(MessageRates::refusal);
  }

  /** Counts one request from this seat, over any connection. */
  Optional<Refusal> count(GameId game, Seat seat) {
    return allowance.take(Allowance.Of.SEAT, game + " " + seat).map(MessageRates::refusal);
  }

  /** Counts one message of this kind of a user. */
  Optional<Refusal> count(Allowance.Of kind, UserId user) {
    return allowance.take(kind, user.value()).map(MessageRates::refusal);
  }

  private static Refusal refusal(Duration wait) {
    record Facts(long retryAfterMs) {}
    return Refusal.of(
        ErrorCode.RATE_LIMITED, "Too many messages; slow down.", new Facts(wait.toMillis() + 1));
  }
}
