package dev.menagerie.server.rest;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.PlayedGames;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameSummary;
import dev.menagerie.server.play.Invitation;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.SeatedPlayer;
import dev.menagerie.server.play.WaitingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response bodies of the game routes. */
final class GameViews {
  private GameViews() {}

  /**
   * A game that the caller has a seat in.
   *
   * @param wsUrl address of the namespace to play it on
   * @param inviteCode for the creator of an open game
   */
  public record Entered(String gameId, String status, String wsUrl, Optional<String> inviteCode) {}

  /**
   * A game as lists and {@code GET /games/{id}} show it.
   *
   * @param rules name of the preset that its rules are based on
   * @param turn 0 while a spectator delay hides it
   * @param eventId 0 while a spectator delay hides it
   * @param winnerId null until it is over, and after a tie
   * @param toActId the player to act; null: no player is, or it is hidden
   * @param deadline when that player's clock runs out
   * @param inviteCode of an open game that waits; for its creator
   * @param invited the user that a waiting game is for; for its creator
   */
  public record Summary(
      String gameId,
      String status,
      String gameType,
      String rules,
      List<SeatedPlayer> players,
      int turn,
      long eventId,
      @Nullable String winnerId,
      @Nullable String endReason,
      @Nullable String toActId,
      @Nullable Instant deadline,
      Optional<String> inviteCode,
      Optional<String> invited) {}

  /**
   * A game that the caller is invited to.
   *
   * @param from the user who invites
   * @param rematchOf the game that both have just played, if this is a rematch
   * @param expiresAt when the invitation ends if it is not answered
   */
  public record InvitationView(
      String gameId,
      String gameType,
      String rules,
      SeatedPlayer from,
      Optional<String> rematchOf,
      Instant createdAt,
      Instant expiresAt) {}

  /**
   * A deck of a finished game.
   *
   * @param deckId the print of its cards: the same cards have the same id
   * @param name as its player had called it; absent for games of older builds
   */
  public record PlayedDeck(String deckId, Optional<String> name) {}

  /**
   * A finished game as a player's history shows it.
   *
   * @param result for the caller: won, lost, tied or none; absent until an older game is counted
   */
  public record Past(
      String gameId,
      String status,
      String gameType,
      String rules,
      List<SeatedPlayer> players,
      int turn,
      long eventId,
      @Nullable String winnerId,
      String endReason,
      Instant startedAt,
      Instant endedAt,
      long durationMs,
      String replayUrl,
      Optional<PlayedGames.Result> result,
      Optional<PlayedDeck> deck,
      Optional<PlayedDeck> opponentDeck) {}

  static Entered entered(LiveGame game, String wsUrl, Optional<String> inviteCode) {
    return new Entered(game.id().value(), status(game.moment()), wsUrl, inviteCode);
  }

  /** The invitation code, which only the creator of an open game is sent. */
  static Optional<String> inviteCode(LiveGame game) {
    return game.header().invitation() instanceof Invitation.Open open
        ? Optional.of(open.code())
        : Optional.empty();
  }

  /** A delayed game as strangers may see it: running, without its turn, version and end. */
  private static Summary withoutProgress(Summary game) {
    var status = game.status().equals("finished") ? "active" : game.status();
    return new Summary(
        game.gameId(),
        status,
        game.gameType(),
        game.rules(),
        game.players(),
        0,
        0,
        null,
        null,
        null,
        null,
        Optional.empty(),
        Optional.empty());
  }

  /** A game as this user may see it now. */
  static Summary of(LiveGame game, UserId user, Instant now) {
    var moment = game.moment();
    var delay = Duration.ofMillis(game.header().spectatorDelayMs());
    var players = moment.players().stream().map(player -> player.user()).toList();
    boolean isHidden =
        moment.isOver()
            ? Visibility.hidesEnd(delay, players, user, moment.at(), now)
            : Visibility.hidesProgress(delay, players, user);
    if (isHidden) return withoutProgress(of(game));
    boolean isOwn = game.header().creator().user().equals(user);
    return isOwn && moment.status() == LifecycleStatus.WAITING
        ? withInvitation(of(game), game)
        : of(game);
  }

  private static Summary withInvitation(Summary summary, LiveGame game) {
    return new Summary(
        summary.gameId(),
        summary.status(),
        summary.gameType(),
        summary.rules(),
        summary.players(),
        summary.turn(),
        summary.eventId(),
        summary.winnerId(),
        summary.endReason(),
        null,
        null,
        inviteCode(game),
        game.header().invitation() instanceof Invitation.User invited
            ? Optional.of(invited.user().value())
            : Optional.empty());
  }

  /** An invitation; empty once it is answered. */
  static Optional<InvitationView> invitation(LiveGame game) {
    if (game.moment().status() != LifecycleStatus.WAITING) return Optional.empty();
    var header = game.header();
    return Optional.of(
        new InvitationView(
            game.id().value(),
            Json.toTree(header.type()).asString(),
            header.rules().preset(),
            SeatedPlayer.of(game.moment().players()).getFirst(),
            header.rematchOf().map(GameId::value),
            header.createdAt(),
            WaitingTime.end(game.moment())));
  }

  /** A running game as this user may see it. */
  static Summary of(ActiveGame game, UserId user) {
    var delay = GameSummary.read(game.indexEntry().summary()).spectatorDelay();
    return Visibility.hidesProgress(delay, game.indexEntry().players(), user)
        ? withoutProgress(of(game))
        : of(game);
  }

  /** A finished game as this user may see it now. */
  static Summary of(FinishedGame game, UserId user, Instant now) {
    return Visibility.hidesEnd(game.indexEntry(), game.endedAt(), user, now)
        ? withoutProgress(of(game))
        : of(game);
  }

  private static Summary of(LiveGame game) {
    var moment = game.moment();
    var toAct = moment.isOver() ? Optional.<Seat>empty() : moment.state().flatMap(s -> s.toAct());
    return new Summary(
        game.id().value(),
        status(moment),
        Json.toTree(game.header().type()).asString(),
        game.header().rules().preset(),
        SeatedPlayer.of(moment.players()),
        moment.turnNumber(),
        moment.version(),
        moment.ending().flatMap(end -> end.winner()).map(user -> user.value()).orElse(null),
        moment.ending().map(end -> end.reason()).orElse(null),
        toAct.map(seat -> moment.players().get(seat.index()).user().value()).orElse(null),
        toAct.flatMap(_ -> moment.clock().deadline()).orElse(null),
        Optional.empty(),
        Optional.empty());
  }

  private static Summary of(ActiveGame game) {
    var indexEntry = game.indexEntry();
    var summary = GameSummary.read(indexEntry.summary());
    return new Summary(
        game.game().value(),
        Json.toTree(indexEntry.status()).asString(),
        indexEntry.gameType(),
        summary.rules(),
        summary.players(),
        indexEntry.turn(),
        game.version(),
        null,
        null,
        null,
        null,
        Optional.empty(),
        Optional.empty());
  }

  private static Summary of(FinishedGame game) {
    var indexEntry = game.indexEntry();
    var summary = GameSummary.read(indexEntry.summary());
    return new Summary(
        game.game().value(),
        "finished",
        indexEntry.gameType(),
        summary.rules(),
        summary.players(),
        indexEntry.turn(),
        game.head().version(),
        game.ending().winner().map(user -> user.value()).orElse(null),
        game.ending().reason(),
        null,
        null,
        Optional.empty(),
        Optional.empty());
  }

  static Past of(PlayedGames.Played played) {
    var game = played.game();
    var indexEntry = game.indexEntry();
    var summary = GameSummary.read(indexEntry.summary());
    return new Past(
        game.game().value(),
        "finished",
        indexEntry.gameType(),
        summary.rules(),
        summary.players(),
        indexEntry.turn(),
        game.version(),
        game.ending().winner().map(user -> user.value()).orElse(null),
        game.ending().reason(),
        game.startedAt(),
        game.endedAt(),
        game.duration().toMillis(),
        "/games/" + game.game().value() + "/replay",
        played.result(),
        played.deck().map(GameViews::deck),
        played.opponentDeck().map(GameViews::deck));
  }

  private static PlayedDeck deck(PlayedGames.Deck deck) {
    return new PlayedDeck(deck.id(), deck.name());
  }

  private static String status(Moment moment) {
    return Json.toTree(moment.status()).asString();
  }
}
