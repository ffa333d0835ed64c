package dev.menagerie.server.play;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.archive.GameHistory;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.HistoryRow;
import dev.menagerie.server.archive.ReplayData;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.replay.ReplayComposer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores that any number of nodes share, a manual clock, and decks. */
final class Venue {
  static final Person ADA = new Person(new UserId("ada"), "Ada");
  static final Person BOB = new Person(new UserId("bob"), "Bob");
  static final Person EVE = new Person(new UserId("eve"), "Eve");

  /** A deck that no rules allow. */
  static final String BROKEN = "broken";

  private static final CardSets SETS = CardSets.load();
  private static final StarterDecks STARTERS = StarterDecks.load();
  private static final DeckList ONE_CARD =
      new DeckList(List.of(new DeckList.Entry("no-such-card", 5)), List.of(), List.of());

  /** For nodes made after it is set. */
  CreationLimits limits = CreationLimits.NONE;

  final ManualClock clock = new ManualClock();
  final InMemoryGameStore store = InMemoryGameStore.certified(clock);
  final InMemoryGameJournal journal;
  final Drainer drainer;
  final Catalog catalog;

  private Venue(Catalog catalog, HistoryComposer composer) {
    this.catalog = catalog;
    this.journal = new InMemoryGameJournal(clock, composer);
    this.drainer = new Drainer(store, journal, store);
  }

  /** With the cards that come with the game. */
  static Venue withRealCards() {
    return new Venue(SETS.catalog(), new ReplayComposer("test"));
  }

  /** With {@link PlayCards}; a game that began in the middle cannot be replayed. */
  static Venue withPlayCards() {
    return new Venue(PlayCards.CATALOG, Venue::historyOfABoard);
  }

  private static GameHistory historyOfABoard(
      GameId game, String header, List<HistoryRow> rows, Checkpoint last, Ending ending) {
    var made = Json.read(header, GameHeader.class);
    var replay =
        new ReplayData(
            Json.text(made.rules()),
            "[]",
            made.seedHex(),
            "[]",
            "[]",
            "{}",
            "test",
            made.cardsVersion());
    return new GameHistory(replay, List.of());
  }

  Node node() {
    return new Node(this);
  }

  Optional<DeckSource.Chosen> deck(UserId user, String id) {
    if (id.equals(BROKEN)) return Optional.of(DeckSource.Chosen.of("Broken", ONE_CARD));
    if (id.startsWith("of-") && !id.equals("of-" + user)) return Optional.empty();
    return STARTERS.find(id).map(deck -> DeckSource.Chosen.of(deck.name(), deck.list()));
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  void drain() {
    drainer.drain(Set.copyOf(Partition.all()));
  }

  /** A game in the middle, Ada on the first seat and Bob on the second. */
  GameId install(GameState state) {
    return install(state, GameId.fresh());
  }

  GameId install(GameState state, GameId id) {
    var players = List.of(entry(ADA), entry(BOB));
    var header =
        new GameHeader(
            id,
            clock.instant(),
            GameType.CASUAL,
            state.rules(),
            players.getFirst(),
            new Invitation.House(),
            Audience.PUBLIC,
            0,
            PlayCards.SEED.hex(),
            catalog.version(),
            Optional.empty());
    var moment =
        new Moment(
            Head.initial("{}"),
            players,
            Optional.of(state),
            GameClock.NONE,
            Optional.of(clock.instant()),
            clock.instant(),
            Optional.empty(),
            0);
    var turn = Duration.ofMillis(state.rules().timer().turnMs());
    var game =
        new NewGame(
            id,
            Json.text(header),
            EntryBuilder.checkpoint(header, moment),
            new ClockOp.Start(turn));
    journal.create(game, Optional.empty());
    store.install(game);
    return id;
  }

  private static PlayerEntry entry(Person person) {
    return new PlayerEntry(
        person.id(),
        person.name(),
        "Board",
        new DeckList(List.of(), List.of(), List.of()),
        Optional.empty());
  }

  static Person person(Seat seat) {
    return seat == Seat.FIRST ? ADA : BOB;
  }
}
