package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.replay.Replays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlantingTest {
  private static final Seed SEED = Seed.of(new byte[Seed.BYTES]);

  private final Venue venue = Venue.withRealCards();
  private final Node node = venue.node();

  private GameState table() {
    var board = new Board(side(), side(), 3, Seat.FIRST, Optional.empty());
    return Boards.open(board, Presets.POCKET, venue.catalog, SEED);
  }

  private static BoardSide side() {
    return Planting.side(
        BoardPokemon.of("kindlemole"),
        List.of(),
        List.of(),
        Collections.nCopies(10, "kindlemole"),
        List.of());
  }

  @Test
  void aPlantedBoardIsPlayedToItsEndAndArchived() {
    var deck = StarterDecks.load().forRules("pocket").getFirst().list();
    var game =
        new GameId(
            new Planting(venue.store, venue.journal)
                .board(
                    table(),
                    SEED,
                    new Planting.Sitting("ada", "Ada", deck),
                    new Planting.Sitting("bob", "Bob", deck)));
    assertThat(node.moment(game).state().orElseThrow().turn()).isEqualTo(3);

    node.games.resign(game, Seat.SECOND, new MessageId("enough"));
    venue.drain();

    assertThat(venue.drainer.stuck()).isZero();
    var finished = venue.journal.finished(game).orElseThrow();
    assertThat(finished.ending().winner()).contains(Venue.ADA.id());
    assertThat(finished.head().version()).isEqualTo(2);
    var document = Replays.of(finished);
    assertThat(document.actions())
        .extracting(step -> step.action().path("type").asString())
        .containsExactly("game_started", "resign");
    assertThat(document.actions().getLast().playerId()).isEqualTo("bob");
  }
}
