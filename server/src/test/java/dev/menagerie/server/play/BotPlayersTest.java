package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.CreateGame.Against;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bots sit at the table like everybody else: with a name, in turn, by their own view. */
class BotPlayersTest {
  private static final int MAX_ACTIONS = 3_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Venue venue = Venue.withRealCards();
  private final Node node = venue.node();
  private final Node other = venue.node();

  @ParameterizedTest
  @EnumSource
  void aCampaignAgainstItIsPlayedToTheEndInTurnEachActionOnce(BotKind kind) {
    node.games.listen(node.bots);
    other.games.listen(other.bots);
    var game = campaign(kind).id();
    var ada = new Player(node, game, Seat.FIRST);

    for (int i = 0; i < MAX_ACTIONS && hasToAct(game); i++) {
      var bot = BotKind.RANDOM.bot(venue.catalog, Presets.POCKET, node.moment(game).version());
      ada.does(bot.choose(ada.view()));
      other.game(game); // a second node has the game, too, and its bot wants to act as well
    }

    assertThat(node.moment(game).isOver()).isTrue();
    assertThat(node.moment(game).players())
        .extracting(PlayerEntry::name)
        .containsExactly(Venue.ADA.name(), kind.title());
    assertThat(node.heard).noneMatch(what -> what.record().move() instanceof Move.TimedOut);
    assertThat(node.versionsHeard()).doesNotHaveDuplicates();
  }

  private LiveGame campaign(BotKind kind) {
    return Node.entered(
        node.lobby.create(
            new CreateGame(
                Venue.ADA,
                "pocket-embers",
                Presets.POCKET,
                GameType.CAMPAIGN,
                new Against.Bot(kind.id(), Optional.empty()),
                Audience.PUBLIC,
                0,
                Optional.empty())));
  }

  /** Waits for the bot while the clock is paused: its computation takes no time of its turn. */
  private boolean hasToAct(GameId game) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> node.moment(game).isOver() || toAct(game).equals(Optional.of(Seat.FIRST)));
    return !node.moment(game).isOver();
  }

  private Optional<Seat> toAct(GameId game) {
    return node.moment(game).state().flatMap(state -> state.toAct());
  }
}
