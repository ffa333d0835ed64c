package dev.menagerie.server.play;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.Lobby.Entrance;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Games of pairs that were found: planned with the pair, started after it. Starting may be repeated
 * by any node. Any thread; waits for the stores.
 */
public final class MatchGames {
  private final GameSteps games;
  private final GameStore store;
  private final GameCreator creator;
  private final OpponentSeating opponentSeating;
  private final CatalogSource cards;
  private final DeckSource decks;
  private final BotDirectory bots;
  private final InstantSource clock;
  private final int mostUnfinished;

  /**
   * @param limits how many unfinished games a user who queues may have
   */
  public MatchGames(
      Games games,
      GameStore store,
      GameJournal journal,
      CatalogSource cards,
      DeckSource decks,
      BotDirectory bots,
      CreationLimits limits,
      InstantSource clock) {
    this.games = games.steps();
    this.store = store;
    this.creator =
        new GameCreator(this.games, store, journal, CreationLimits.NONE, WaitingTime.STANDARD);
    this.opponentSeating =
        new OpponentSeating(this.games, cards, new JoinLimit(store, Integer.MAX_VALUE));
    this.cards = cards;
    this.decks = decks;
    this.bots = bots;
    this.clock = clock;
    this.mostUnfinished = limits.unfinished();
  }

  /** A player as they are to sit down, or why they cannot queue. */
  public sealed interface Entry {
    record Ready(PlayerEntry player) implements Entry {}

    record Refused(Refusal refusal) implements Entry {}

    record LimitReached(int most) implements Entry {}
  }

  /** A user with a deck that is legal under the rules. */
  public Entry entry(Person person, String deckId, RulesConfig rules) {
    var deck = decks.find(person.id(), deckId);
    if (deck.isEmpty()) {
      return new Entry.Refused(Refusal.of(ErrorCode.DECK_NOT_FOUND, "There is no such deck."));
    }
    var violations = deck.get().problems(rules, cards.current());
    if (!violations.isEmpty()) return new Entry.Refused(Refusals.deck(violations));
    if (store.activeGamesOf(person.id()).size() >= mostUnfinished) {
      return new Entry.LimitReached(mostUnfinished);
    }
    return new Entry.Ready(
        new PlayerEntry(
            person.id(), person.name(), deck.get().name(), deck.get().list(), Optional.empty()));
  }

  /** A bot of the house with a deck of its own, or else with the player's. */
  public PlayerEntry houseEntry(String bot, RulesConfig rules, PlayerEntry player) {
    var deck =
        bots.deck(rules)
            .filter(own -> own.problems(rules, cards.current()).isEmpty())
            .orElseGet(() -> DeckSource.Chosen.of(player.deckName(), player.deck()));
    return bots.entry(bot, deck);
  }

  /** The header of a game for a pair; nothing exists yet. */
  public GameHeader plan(RulesConfig rules, GameType type, PlayerEntry first) {
    return new GameHeader(
        GameId.fresh(),
        clock.instant(),
        type,
        rules,
        first,
        new Invitation.House(),
        Audience.PUBLIC,
        0,
        Secrets.seed().hex(),
        cards.current().version(),
        Optional.empty());
  }

  /** Starts a planned game, unless it has started before. */
  public LiveGame start(GameHeader header, PlayerEntry second) {
    var game = games.find(header.game()).orElseGet(() -> created(header));
    if (game.moment().state().isPresent() || game.moment().isOver()) return game;
    if (opponentSeating.seat(game, second) instanceof Entrance.Refused refused) {
      boolean hasStarted =
          games.find(header.game()).filter(now -> now.moment().state().isPresent()).isPresent();
      if (!hasStarted) {
        throw new IllegalStateException("a match cannot start: " + refused.refusal().message());
      }
    }
    return game;
  }

  private LiveGame created(GameHeader header) {
    return switch (creator.create(header, Optional.empty())) {
      case Entrance.Entered entered -> entered.game();
      case Entrance.Refused refused ->
          throw new IllegalStateException("a match has no game: " + refused.refusal().message());
      case Entrance.LimitReached _ -> throw new IllegalStateException("a match has no limits");
    };
  }

  /** The bot's user, if there is such a bot. */
  public Optional<UserId> bot(String name) {
    return bots.user(name);
  }
}
