package dev.menagerie.server.play;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.server.game.Cause;
import java.util.List;
import java.util.Optional;

/** The second seat is taken: the cards are dealt. */
record OpenStep(Catalog catalog, PlayerEntry second) implements GameStep {
  @Override
  public Cause cause() {
    return new Cause.Service();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_NOT_FOUND);
    if (now.state().isPresent()) return new Attempt.Refuse(Refusals.GAME_FULL);
    var players = List.of(header.creator(), second);
    var setup =
        PlayedCards.withCards(() ->
            new GameSetup(
                header.rules(), catalog, header.creator().deck(), second.deck(), header.seed()));
    var opened = Game.open(setup, RulesCall.chance(header, now));
    return new Attempt.Propose(
        new Move.Opened(second),
        players,
        opened.events(),
        Optional.of(opened.next()),
        opened.clock(),
        EndingCodes.of(opened.next(), players));
  }
}
