package dev.menagerie.protocol;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.RawJson;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The state as one viewer sees it, with what the rules do not know: ids, names, deadline. Written
 * by hand because every member is there in every state, null where it is empty, so that a client's
 * types stay simple and patches small.
 */
public final class StateJson {
  /** Which game, at which version. */
  public record About(
      String gameId,
      long eventId,
      int epoch,
      String gameType,
      RawJson rules,
      List<Player> players,
      Optional<Instant> deadline) {
    public About {
      players = List.copyOf(players);
    }

    @Nullable String playerId(Seat seat) {
      return seat.index() < players.size() ? players.get(seat.index()).playerId() : null;
    }
  }

  /** Who sits on a seat. */
  public record Player(String playerId, String name) {}

  private static final int TYPICAL_BYTES = 8 * 1024;

  private final About about;
  private final JsonGenerator out;

  private StateJson(About about, JsonGenerator out) {
    this.about = about;
    this.out = out;
  }

  /** A game that is played or over. */
  public static RawJson of(About about, View view, LegalActions legalActions) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var out = Json.generator(bytes)) {
      new StateJson(about, out).write(view, legalActions);
    }
    return new RawJson(bytes.toByteArray());
  }

  /** A game without cards on the table: it waits for its second player, or nobody came. */
  public static RawJson waiting(
      About about,
      String status,
      Optional<String> endReason,
      Optional<Seat> viewer,
      String seedCommitment) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var out = Json.generator(bytes)) {
      new StateJson(about, out).writeWaiting(status, endReason, viewer, seedCommitment);
    }
    return new RawJson(bytes.toByteArray());
  }

  /** Whether a state lists what its viewer may do. */
  public enum LegalActions {
    LISTED,
    LEFT_OUT
  }

  private void write(View view, LegalActions legalActions) {
    out.writeStartObject();
    head(view.status().name().toLowerCase(Locale.ROOT), view.viewer(), view.seedCommitment());
    out.writeName("turn");
    view.turn().ifPresentOrElse(this::turn, out::writeNull);
    out.writeArrayPropertyStart("players");
    view.players().forEach(this::side);
    out.writeEndArray();
    out.writeName("stadium");
    orNull(view.stadium());
    out.writeName("pending");
    view.pending().ifPresentOrElse(this::pending, out::writeNull);
    actions(legalActions == LegalActions.LISTED ? view.legalActions() : List.of());
    text("winner_id", view.winner().map(about::playerId).orElse(null));
    out.writeName("end_reason");
    orNull(view.endReason());
    out.writeEndObject();
  }

  private void writeWaiting(
      String status, Optional<String> endReason, Optional<Seat> viewer, String seedCommitment) {
    out.writeStartObject();
    head(status, viewer, seedCommitment);
    out.writeNullProperty("turn");
    out.writeArrayPropertyStart("players");
    for (int seat = 0; seat < Seat.values().length; seat++) {
      if (seat < about.players().size()) seated(seat);
      else out.writeNull();
    }
    out.writeEndArray();
    out.writeNullProperty("stadium");
    out.writeNullProperty("pending");
    actions(List.of());
    out.writeNullProperty("winner_id");
    text("end_reason", endReason.orElse(null));
    out.writeEndObject();
  }

  private void head(String status, Optional<Seat> viewer, String seedCommitment) {
    text("game_id", about.gameId());
    out.writeNumberProperty("event_id", about.eventId());
    out.writeNumberProperty("epoch", about.epoch());
    text("status", status);
    text("game_type", about.gameType());
    out.writeName("rules");
    Json.write(out, about.rules());
    out.writeObjectPropertyStart("viewer");
    out.writeName("seat");
    viewer.ifPresentOrElse(seat -> out.writeNumber(seat.index()), out::writeNull);
    out.writeEndObject();
    text("seed_commitment", seedCommitment);
  }

  private void turn(View.Turn turn) {
    out.writeStartObject();
    out.writeNumberProperty("number", turn.number());
    text("player_id", about.playerId(turn.player()));
    out.writeName("phase");
    Json.write(out, turn.phase());
    out.writeName("deadline");
    orNull(about.deadline());
    out.writeNumberProperty("energy_attached", turn.energyAttached());
    out.writeNumberProperty("supporters_played", turn.supportersPlayed());
    out.writeNumberProperty("stadiums_played", turn.stadiumsPlayed());
    out.writeNumberProperty("retreats", turn.retreats());
    out.writeEndObject();
  }

  private void side(View.Side side) {
    out.writeStartObject();
    names(side.seat().index());
    out.writeNumberProperty("timeouts_used", side.timeoutsUsed());
    out.writeNumberProperty("points", side.points());
    out.writeNumberProperty("prizes_remaining", side.prizesRemaining());
    out.writeName("hand");
    orNull(side.hand());
    out.writeNumberProperty("hand_count", side.handCount());
    out.writeNumberProperty("deck_count", side.deckCount());
    out.writeName("discard");
    Json.write(out, side.discard());
    out.writeArrayPropertyStart("prizes");
    side.prizes().forEach(this::orNull);
    out.writeEndArray();
    side.energyZone().ifPresent(this::energyZone);
    out.writeName("active");
    orNull(side.active());
    out.writeName("bench");
    Json.write(out, side.bench());
    out.writeEndObject();
  }

  /** A seat in a game that has not begun: a name and nothing on the table. */
  private void seated(int seat) {
    out.writeStartObject();
    names(seat);
    for (var count : List.of("timeouts_used", "points", "prizes_remaining")) {
      out.writeNumberProperty(count, 0);
    }
    out.writeNullProperty("hand");
    out.writeNumberProperty("hand_count", 0);
    out.writeNumberProperty("deck_count", 0);
    for (var zone : List.of("discard", "prizes")) {
      out.writeArrayPropertyStart(zone);
      out.writeEndArray();
    }
    out.writeNullProperty("active");
    out.writeArrayPropertyStart("bench");
    out.writeEndArray();
    out.writeEndObject();
  }

  private void names(int seat) {
    var player = about.players().get(seat);
    text("player_id", player.playerId());
    text("name", player.name());
    out.writeNumberProperty("seat", seat);
  }

  private void energyZone(View.EnergyZone zone) {
    out.writeObjectPropertyStart("energy_zone");
    out.writeName("current");
    orNull(zone.current());
    out.writeName("next");
    orNull(zone.next());
    out.writeEndObject();
  }

  private void pending(View.Pending pending) {
    out.writeStartObject();
    pending
        .question()
        .ifPresentOrElse(
            question -> {
              text("choice_id", question.choiceId());
              text("player_id", about.playerId(pending.player()));
              out.writeName("kind");
              Json.write(out, question.kind());
              out.writeNumberProperty("min", question.min());
              out.writeNumberProperty("max", question.max());
              out.writeName("options");
              Json.write(out, question.options());
              text("prompt", question.prompt());
            },
            () -> text("player_id", about.playerId(pending.player())));
    out.writeEndObject();
  }

  private void actions(List<Action> actions) {
    out.writeName("legal_actions");
    Json.write(out, actions);
  }

  private void text(String name, @Nullable String value) {
    out.writeStringProperty(name, value);
  }

  private void orNull(Optional<?> value) {
    value.ifPresentOrElse(present -> Json.write(out, present), out::writeNull);
  }
}
