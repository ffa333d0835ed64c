package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes between two states of one viewer, as an RFC 6902 patch. Members are compared as
 * values, and only different ones are encoded: most of a table does not change.
 */
public final class StatePatch {
  private final JsonPatch patch = new JsonPatch();

  private StatePatch() {}

  /** The operations that make {@code to} of {@code from}, as an array. */
  public static RawJson between(WireState from, WireState to) {
    var made = new StatePatch();
    made.state(from, to);
    return made.patch.written();
  }

  private void state(WireState from, WireState to) {
    patch.compare("/game_id", from.gameId(), to.gameId());
    patch.compare("/event_id", from.eventId(), to.eventId());
    patch.compare("/epoch", from.epoch(), to.epoch());
    patch.compare("/status", from.status(), to.status());
    patch.compare("/game_type", from.gameType(), to.gameType());
    patch.compare("/rules", from.rules(), to.rules());
    patch.compare("/viewer", from.viewer(), to.viewer());
    patch.compare("/seed_commitment", from.seedCommitment(), to.seedCommitment());
    patch.compare("/turn", from.turn(), to.turn());
    patch.compare("/setup_deadline", from.setupDeadline(), to.setupDeadline());
    for (int seat = 0; seat < to.players().size(); seat++) {
      player("/players/" + seat, from.players().get(seat), to.players().get(seat));
    }
    patch.compare("/stadium", from.stadium(), to.stadium());
    patch.compare("/pending", from.pending(), to.pending());
    patch.compare("/legal_actions", from.legalActions(), to.legalActions());
    patch.compare("/attacks", from.attacks(), to.attacks());
    patch.compare("/winner_id", from.winnerId(), to.winnerId());
    patch.compare("/end_reason", from.endReason(), to.endReason());
  }

  private void player(
      String path, Optional<WireState.Player> before, Optional<WireState.Player> after) {
    boolean alike =
        before.isPresent()
            && after.isPresent()
            && before.get().energyZone().isPresent() == after.get().energyZone().isPresent();
    if (!alike) {
      patch.compare(path, before.orElse(null), after.orElse(null));
      return;
    }
    var from = before.orElseThrow();
    var to = after.orElseThrow();
    patch.compare(path, "/player_id", from.playerId(), to.playerId());
    patch.compare(path, "/name", from.name(), to.name());
    patch.compare(path, "/seat", from.seat(), to.seat());
    patch.compare(path, "/timeouts_used", from.timeoutsUsed(), to.timeoutsUsed());
    patch.compare(path, "/absence", from.absence(), to.absence());
    patch.compare(path, "/points", from.points(), to.points());
    patch.compare(path, "/prizes_remaining", from.prizesRemaining(), to.prizesRemaining());
    patch.compare(path, "/hand", from.hand(), to.hand());
    patch.compare(path, "/hand_count", from.handCount(), to.handCount());
    patch.compare(path, "/deck_count", from.deckCount(), to.deckCount());
    patch.compare(path, "/discard", from.discard(), to.discard());
    if (!from.prizes().equals(to.prizes())) {
      patch.change(path + "/prizes", cards(from.prizes()), cards(to.prizes()));
    }
    patch.compare(
        path, "/energy_zone", from.energyZone().orElse(null), to.energyZone().orElse(null));
    patch.compare(path, "/active", from.active(), to.active());
    patch.compare(path, "/bench", from.bench(), to.bench());
  }

  private static List<View.@Nullable Card> cards(List<Optional<View.Card>> cards) {
    var list = new ArrayList<View.@Nullable Card>(cards.size());
    for (var card : cards) list.add(card.orElse(null));
    return list;
  }
}
