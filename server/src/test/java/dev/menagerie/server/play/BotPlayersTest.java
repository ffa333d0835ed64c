package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.CreateGame.Against;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bots sit at the table like everybody else: with a name, in turn, by their own view. */
class BotPlayersTest {
  private static final String ADAS_DECK = "pocket-embers";
  private static final int GAMES = 40;
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

  @Test
  void aBotThatIsAskedBringsADeckOfItsOwn() {
    var starters = StarterDecks.load().forRules("pocket").stream().map(StarterDeck::list).toList();
    var ada = StarterDecks.load().find(ADAS_DECK).orElseThrow().list();

    var decks =
        IntStream.range(0, GAMES)
            .mapToObj(_ -> campaign(BotKind.GREEDY))
            .map(game -> game.moment().players().getLast().deck())
            .toList();

    assertThat(starters).containsAll(decks);
    assertThat(decks).anyMatch(deck -> !deck.equals(ada)); // all the same: once in 6^40 runs
  }

  @Test
  void aBotPlaysTheDeckThatTheRequestNames() {
    var named = StarterDecks.load().find("pocket-stormline").orElseThrow();

    var bot = campaign(BotKind.GREEDY, Optional.of(named.id())).moment().players().getLast();

    assertThat(bot.deck()).isEqualTo(named.list());
    assertThat(bot.deckName()).isEqualTo(named.name());
  }

  @Test
  void aBotWaitsForAThreadBeforeItChooses() {
    var threads = new BotThreads(1);
    var bots = new BotPlayers(node.games, StarterDecks::load, threads);
    var chosen = new CountDownLatch(1);
    bots.observe(
        new PlayObserver() {
          @Override
          public void botChose(String bot, long nanos) {
            chosen.countDown();
          }
        });
    node.games.listen(bots);

    threads.choose(() -> {
      var game = campaign(BotKind.RANDOM).id();
      passToTheBot(game);
      await().atMost(PATIENCE).until(() -> threads.waiting() > 0);
      assertThat(chosen.getCount()).isOne();
      return game;
    });

    await().atMost(PATIENCE).until(() -> chosen.getCount() == 0);
  }

  /** Ada acts until the bot is to act. */
  private void passToTheBot(GameId game) {
    var ada = new Player(node, game, Seat.FIRST);
    for (int i = 0; i < MAX_ACTIONS && toAct(game).equals(Optional.of(Seat.FIRST)); i++) {
      var bot = BotKind.RANDOM.bot(venue.catalog, Presets.POCKET, node.moment(game).version());
      ada.does(bot.choose(ada.view()));
    }
  }

  private LiveGame campaign(BotKind kind) {
    return campaign(kind, Optional.empty());
  }

  private LiveGame campaign(BotKind kind, Optional<String> deck) {
    return Node.entered(
        node.lobby.create(
            new CreateGame(
                Venue.ADA,
                ADAS_DECK,
                Presets.POCKET,
                GameType.CAMPAIGN,
                new Against.Bot(kind.id(), deck),
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
