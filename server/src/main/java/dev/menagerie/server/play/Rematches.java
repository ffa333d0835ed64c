package dev.menagerie.server.play;

import dev.menagerie.codec.Sha256;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal.CreationKey;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.Lobby.Entrance;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The same players and rules once more. The first player to ask makes an offer, which is a waiting
 * game; the other accepts it by asking too. Both players know the offer's id without asking, so two
 * requests at once meet in one game. An offer that was withdrawn, declined or expired makes room
 * for the next one, under the next id.
 */
record Rematches(
    GameSteps games,
    GameCreator creator,
    OpponentSeating opponentSeating,
    CatalogSource cards,
    InstantSource clock) {
  /** Offers of one pair after one game; more than that is no misunderstanding. */
  private static final int MAX_OFFERS = 16;

  Entrance ask(LiveGame over, Person person, Seat seat) {
    if (!over.moment().isOver() || over.moment().state().isEmpty()) {
      return new Entrance.Refused(Refusal.of(ErrorCode.INVALID_ACTION, "The game is not over."));
    }
    for (int attempt = 0; attempt < MAX_OFFERS; attempt++) {
      var id = id(over, attempt);
      var offer = games.find(id);
      if (offer.isPresent() && isClosed(offer.get())) continue;
      var entrance =
          offer.isPresent()
              ? enter(offer.get(), over, person, seat)
              : offer(over, attempt, person, seat);
      // Closed at this very moment: the next offer is made.
      boolean isLost =
          entrance instanceof Entrance.Refused
              && games.find(id).map(Rematches::isClosed).orElse(false);
      if (!isLost) return entrance;
    }
    return new Entrance.Refused(Refusals.GAME_OVER);
  }

  /** Whether a game ended before it began. */
  private static boolean isClosed(LiveGame offer) {
    return offer.moment().isOver() && offer.moment().state().isEmpty();
  }

  private Entrance enter(LiveGame offer, LiveGame over, Person person, Seat seat) {
    if (offer.moment().seatOf(person.id()).isPresent()) return new Entrance.Entered(offer);
    var second = over.moment().players().get(seat.index());
    return opponentSeating.seatWithinLimit(offer, second);
  }

  private Entrance offer(LiveGame over, int attempt, Person person, Seat seat) {
    var mine = over.moment().players().get(seat.index());
    var other = over.moment().players().get(seat.other().index());
    var old = over.header();
    var header =
        new GameHeader(
            id(over, attempt),
            clock.instant(),
            old.type(),
            old.rules(),
            mine,
            other.bot().isPresent() ? new Invitation.House() : new Invitation.User(other.user()),
            old.audience(),
            old.spectatorDelayMs(),
            Secrets.seed().hex(),
            cards.current().version(),
            Optional.of(over.id()));
    // Both may ask at once: the key makes one game of the two requests.
    var key = new CreationKey(old.creator().user(), key(over, attempt));
    var made = creator.create(header, Optional.of(key));
    if (!(made instanceof Entrance.Entered entered)) return made;
    if (other.bot().isPresent()) return opponentSeating.seat(entered.game(), other);
    return enter(entered.game(), over, person, seat);
  }

  private static String key(LiveGame over, int attempt) {
    return attempt == 0 ? "rematch-" + over.id() : "rematch-" + over.id() + "-" + attempt;
  }

  /** Known to both players alone without asking: it depends on the old seed. */
  private static GameId id(LiveGame over, int attempt) {
    var again = attempt == 0 ? "" : " " + attempt;
    var digest = Sha256.of(over.header().seedHex() + " rematch " + over.id() + again);
    var bytes = Arrays.copyOf(digest, Secrets.CODE_BYTES);
    return new GameId("r" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
