package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes between two states of one viewer, as an RFC 6902 patch. Members are compared as
 * values, and only different ones are encoded: most of a table does not change.
 */
public final class StatePatch {
  private static final String[] SEATS = {"/players/0", "/players/1"};

  private final JsonPatch patch = new JsonPatch();

  private StatePatch() {}

  /** The operations that make {@code to} of {@code from}, as an array. */
  public static RawJson between(WireState from, WireState to) {
    var made = new StatePatch();
    made.state(from, to);
    return made.patch.written();
  }

  private void state(WireState from, WireState to) {
    member("", "/game_id", from.gameId(), to.gameId());
    member("", "/event_id", from.eventId(), to.eventId());
    member("", "/epoch", from.epoch(), to.epoch());
    member("", "/status", from.status(), to.status());
    member("", "/game_type", from.gameType(), to.gameType());
    member("", "/rules", from.rules(), to.rules());
    member("", "/viewer", from.viewer(), to.viewer());
    member("", "/seed_commitment", from.seedCommitment(), to.seedCommitment());
    member("", "/turn", from.turn(), to.turn());
    member("", "/setup_deadline", from.setupDeadline(), to.setupDeadline());
    for (int seat = 0; seat < to.players().size(); seat++) {
      player(SEATS[seat], from.players().get(seat), to.players().get(seat));
    }
    member("", "/stadium", from.stadium(), to.stadium());
    member("", "/pending", from.pending(), to.pending());
    member("", "/legal_actions", from.legalActions(), to.legalActions());
    member("", "/attacks", from.attacks(), to.attacks());
    member("", "/winner_id", from.winnerId(), to.winnerId());
    member("", "/end_reason", from.endReason(), to.endReason());
  }

  private void player(
      String path, Optional<WireState.Player> before, Optional<WireState.Player> after) {
    boolean alike =
        before.isPresent()
            && after.isPresent()
            && before.get().energyZone().isPresent() == after.get().energyZone().isPresent();
    if (!alike) {
      member(path, "", before.orElse(null), after.orElse(null));
      return;
    }
    var from = before.orElseThrow();
    var to = after.orElseThrow();
    member(path, "/player_id", from.playerId(), to.playerId());
    member(path, "/name", from.name(), to.name());
    member(path, "/seat", from.seat(), to.seat());
    member(path, "/timeouts_used", from.timeoutsUsed(), to.timeoutsUsed());
    member(path, "/absence", from.absence(), to.absence());
    member(path, "/points", from.points(), to.points());
    member(path, "/prizes_remaining", from.prizesRemaining(), to.prizesRemaining());
    member(path, "/hand", from.hand(), to.hand());
    member(path, "/hand_count", from.handCount(), to.handCount());
    member(path, "/deck_count", from.deckCount(), to.deckCount());
    member(path, "/discard", from.discard(), to.discard());
    if (!from.prizes().equals(to.prizes())) {
      member(path, "/prizes", cards(from.prizes()), cards(to.prizes()));
    }
    member(path, "/energy_zone", from.energyZone().orElse(null), to.energyZone().orElse(null));
    member(path, "/active", from.active(), to.active());
    member(path, "/bench", from.bench(), to.bench());
  }

  private static List<View.@Nullable Card> cards(List<Optional<View.Card>> cards) {
    var list = new ArrayList<View.@Nullable Card>(cards.size());
    for (var card : cards) list.add(card.orElse(null));
    return list;
  }

  private void member(String parent, String name, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) patch.change(parent + name, from, to);
  }
}
