package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.play.Lobby.Entrance;

/** Seats the second player of a waiting game, which starts it. Any thread; waits for the store. */
record OpponentSeating(GameSteps games, CatalogSource cards, JoinLimit limit) {
  /** Seats a player, unless the player has as many unfinished games as allowed. */
  Entrance seatWithinLimit(LiveGame live, PlayerEntry second) {
    return limit.with(second.user(), () -> seat(live, second));
  }

  /** Seats a player; a player who sits there already has entered. */
  Entrance seat(LiveGame live, PlayerEntry second) {
    return switch (games.runAndWait(live.id(), new OpenStep(cards.current(), second))) {
      case Outcome.Done done -> new Entrance.Entered(done.commit().game());
      case Outcome.Refused refused -> {
        boolean isSeated = live.moment().seatOf(second.user()).isPresent();
        yield isSeated ? new Entrance.Entered(live) : new Entrance.Refused(refused.refusal());
      }
      case Outcome.Repeated _, Outcome.NotYet _ ->
          throw new IllegalStateException("an opening is neither repeated nor early");
    };
  }
}
