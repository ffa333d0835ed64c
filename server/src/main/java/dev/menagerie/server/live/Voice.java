package dev.menagerie.server.live;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.Mutes;
import java.time.Instant;
import java.util.Optional;

/** Who may say something to whom. Any thread; waits for the store of mutes. */
final class Voice {
  private final MessageRates rates;
  private final Mutes mutes;

  Voice(MessageRates rates, Mutes mutes) {
    this.rates = rates;
    this.mutes = mutes;
  }

  /** Counts something a user says; the refusal if it is too much, or an operator has muted them. */
  Optional<Refusal> refusal(Allowance.Of kind, UserId user) {
    return rates
        .count(kind, user)
        .or(() -> mutes.sanctionOf(user).map(sanction -> muted(sanction.until())));
  }

  private static Refusal muted(Optional<Instant> until) {
    record Facts(Optional<Instant> mutedUntil) {}
    return Refusal.of(ErrorCode.FORBIDDEN, "An operator has muted you.", new Facts(until));
  }

  /** The rooms of those who do not want to hear a user. */
  String[] deafRooms(UserId user) {
    return mutes.deafTo(user).stream().map(UserMessages::roomOf).toArray(String[]::new);
  }
}
