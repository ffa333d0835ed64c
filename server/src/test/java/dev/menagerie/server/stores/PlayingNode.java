package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.play.Blocks;
import dev.menagerie.server.play.BotPlayers;
import dev.menagerie.server.play.CreateGame;
import dev.menagerie.server.play.CreateGame.Against;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.DeckSource;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.play.WaitingTime;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.replay.ReplayComposer;
import java.time.Clock;
import java.util.Optional;

/** A server without its edge: real stores, the journal draining, the game service, real cards. */
final class PlayingNode implements AutoCloseable {
  static final CardSets SETS = CardSets.load();
  static final Person ADA = new Person(new UserId("ada"), "Ada");
  static final Person BOB = new Person(new UserId("bob"), "Bob");

  private static final StarterDecks STARTERS = StarterDecks.load();

  final Node stores;
  final Games games;
  final Lobby lobby;
  private final Catalog catalog;
  private final OutboxRelay draining;
  private final Hints.Subscription hints;

  private PlayingNode(Node stores, Catalog catalog) {
    this.stores = stores;
    this.catalog = catalog;
    draining = stores.draining();
    games =
        new Games(
            stores.games,
            stores.archive,
            stores.journal,
            catalog,
            draining::whenJournaled,
            Clock.systemUTC());
    lobby =
        new Lobby(
            games,
            stores.games,
            stores.journal,
            catalog,
            PlayingNode::deck,
            new BotPlayers(games, StarterDecks::load),
            CreationLimits.NONE,
            WaitingTime.STANDARD,
            Blocks.NONE,
            Clock.systemUTC());
    hints = stores.ports.hints().subscribe(games::noteHint);
  }

  static PlayingNode start(String redisUrl, Database database) {
    return start(redisUrl, database, SETS.catalog());
  }

  /** One that knows these cards. */
  static PlayingNode start(String redisUrl, Database database, Catalog catalog) {
    var composer = new ReplayComposer("test");
    return new PlayingNode(
        Node.start(redisUrl, database, RedisGameStore.OUTBOX_BOUND, composer), catalog);
  }

  private static Optional<DeckSource.Chosen> deck(UserId user, String id) {
    return STARTERS.find(id).map(deck -> DeckSource.Chosen.of(deck.name(), deck.list()));
  }

  /** A game of Ada and Bob, just dealt. */
  GameId begin(RulesConfig rules, String first, String second) {
    var game = waiting(rules, first);
    assertThat(lobby.join(game, BOB, second, "")).isInstanceOf(Lobby.Entrance.Entered.class);
    return game;
  }

  /** A listed game of Ada's. */
  GameId waiting(RulesConfig rules, String deck) {
    var wish =
        new CreateGame(
            ADA,
            deck,
            rules,
            GameType.CASUAL,
            new Against.Anyone(LobbyListing.LISTED),
            Audience.PUBLIC,
            0,
            Optional.empty());
    return ((Lobby.Entrance.Entered) lobby.create(wish)).game().id();
  }

  Moment moment(GameId game) {
    return games.find(game).orElseThrow().moment();
  }

  /** The action of a bot with this seed for a seat at a moment. */
  Action choice(GameId game, Moment moment, Seat seat, BotKind kind, long dice) {
    var bot = kind.bot(catalog, games.find(game).orElseThrow().header().rules(), dice);
    return bot.choose(Views.of(moment.state().orElseThrow(), Viewer.seat(seat)));
  }

  Outcome act(GameId game, Seat seat, String message, Action action) {
    return games.act(game, seat, new MessageId(message), action, Optional.empty());
  }

  /**
   * One step of the player to act, chosen by the seed alone. A node that does not know the last
   * step repeats it and gets the original reply.
   */
  void step(GameId game, BotKind kind, long dice) {
    var moment = moment(game);
    var seat = moment.state().orElseThrow().toAct().orElseThrow();
    var action = choice(game, moment, seat, kind, dice * 7_919 + moment.version());
    var outcome = act(game, seat, "m" + moment.version(), action);
    assertThat(outcome)
        .as("dice %d", dice)
        .isInstanceOfAny(Outcome.Done.class, Outcome.Repeated.class);
  }

  @Override
  public void close() {
    draining.close();
    hints.close();
    stores.close();
  }
}
