package dev.menagerie.server.play;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournal.Creation.Limit;
import dev.menagerie.server.game.GameJournal.CreationKey;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.CreateGame.Against;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.Move.Closed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How games come to be: created, joined, cancelled, played again. Every method may be called from
 * any thread and waits for the stores; a game exists for its creator once both have it.
 */
public final class Lobby {
  private final GameSteps games;
  private final GameCreator gameCreator;
  private final CatalogSource cards;
  private final DeckSource decks;
  private final BotDirectory bots;
  private final OpponentSeating opponentSeating;
  private final Rematches rematches;
  private final Blocks blocks;
  private final InstantSource clock;

  /**
   * A lobby over these stores.
   *
   * @param limits how many unfinished games a user may have
   * @param waitingTime how long a game waits for its second player
   * @param blocks which users keep each other away
   */
  public Lobby(
      Games games,
      GameStore store,
      GameJournal journal,
      CatalogSource cards,
      DeckSource decks,
      BotDirectory bots,
      CreationLimits limits,
      WaitingTime waitingTime,
      Blocks blocks,
      InstantSource clock) {
    this.games = games.steps();
    this.gameCreator = new GameCreator(this.games, store, journal, limits, waitingTime);
    this.opponentSeating =
        new OpponentSeating(this.games, cards, new JoinLimit(store, limits.unfinished()));
    this.rematches = new Rematches(this.games, gameCreator, opponentSeating, cards, clock);
    this.cards = cards;
    this.decks = decks;
    this.bots = bots;
    this.blocks = blocks;
    this.clock = clock;
  }

  /** The result of creating or joining a game. */
  public sealed interface Entrance {
    record Entered(LiveGame game) implements Entrance {}

    record Refused(Refusal refusal) implements Entrance {}

    /** The user has as many games of this kind as allowed. */
    record LimitReached(Limit limit, int most) implements Entrance {}
  }

  /** Makes a game; with a bot it begins at once. */
  public Entrance create(CreateGame request) {
    if (request.opponent() instanceof Against.User(var other)
        && blocks.between(request.creator().id(), other)) {
      return new Entrance.Refused(Refusals.BLOCKED);
    }
    var deck = chosen(request.creator().id(), request.deckId(), request.rules());
    if (deck instanceof Choice.Unfit unfit) return new Entrance.Refused(unfit.refusal());
    var creator = entry(request.creator(), ((Choice.Fit) deck).deck());
    var header =
        header(GameId.fresh(), request, creator, invitation(request.opponent()), Optional.empty());
    if (request.opponent() instanceof Against.Bot bot) return createWithBot(request, header, bot);
    return gameCreator.create(header, key(request));
  }

  private Entrance createWithBot(CreateGame request, GameHeader header, Against.Bot bot) {
    var user = bots.user(bot.bot());
    if (user.isEmpty()) {
      return new Entrance.Refused(Refusals.NO_SUCH_BOT);
    }
    var own =
        bot.deckId().isEmpty() ? bots.deck(request.rules()) : Optional.<DeckSource.Chosen>empty();
    var deck =
        own.filter(its -> isLegal(its, request.rules()))
            .<Choice>map(Choice.Fit::new)
            .orElseGet(() ->
                chosen(
                    request.creator().id(),
                    bot.deckId().orElse(request.deckId()),
                    request.rules()));
    if (deck instanceof Choice.Unfit unfit) return new Entrance.Refused(unfit.refusal());
    var made = gameCreator.create(header, key(request));
    if (!(made instanceof Entrance.Entered entered)) return made;
    if (entered.game().moment().state().isPresent()) return made; // the creation was repeated
    var second = bots.entry(bot.bot(), ((Choice.Fit) deck).deck());
    return opponentSeating.seat(entered.game(), second);
  }

  private static Optional<CreationKey> key(CreateGame request) {
    return request.key().map(value -> new CreationKey(request.creator().id(), value));
  }

  /** The second player sits down; one's own repeat changes nothing. */
  public Entrance join(GameId game, Person person, String deckId, String code) {
    var live = games.find(game).filter(g -> mayEnter(g, person.id(), code)).orElse(null);
    if (live == null) return new Entrance.Refused(Refusals.GAME_NOT_FOUND);
    var moment = live.moment();
    if (moment.seatOf(person.id()).isPresent()) return new Entrance.Entered(live);
    if (blocks.between(live.header().creator().user(), person.id())) {
      return new Entrance.Refused(Refusals.GAME_NOT_FOUND);
    }
    if (moment.state().isPresent()) return new Entrance.Refused(Refusals.GAME_FULL);
    var deck = chosen(person.id(), deckId, live.header().rules());
    if (deck instanceof Choice.Unfit unfit) return new Entrance.Refused(unfit.refusal());
    var second = entry(person, ((Choice.Fit) deck).deck());
    return opponentSeating.seatWithinLimit(live, second);
  }

  private static boolean mayEnter(LiveGame live, UserId user, String code) {
    if (live.moment().seatOf(user).isPresent()) return !Games.isCalledOff(live.moment());
    if (live.moment().isOver() && live.moment().state().isEmpty()) return false;
    return switch (live.header().invitation()) {
      case Invitation.Open open -> open.listing() == LobbyListing.LISTED || same(open.code(), code);
      case Invitation.User invited -> invited.user().equals(user);
      case Invitation.House _ -> false;
    };
  }

  /** Compares in constant time, so that the time does not reveal how much of the code is right. */
  private static boolean same(String code, String given) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** The creator of a waiting game gives it up; empty when that is done. */
  public Optional<Refusal> cancel(GameId game, UserId creator) {
    return games
        .find(game)
        .filter(live -> live.header().creator().user().equals(creator))
        .filter(live -> !Games.isCalledOff(live.moment()))
        .map(live -> close(live, Closed.Why.CANCELLED))
        .orElse(Optional.of(Refusals.GAME_NOT_FOUND));
  }

  /** The invited user of a waiting game declines; empty when that is done, also before. */
  public Optional<Refusal> decline(GameId game, UserId invited) {
    return games
        .find(game)
        .filter(live -> Games.isInvited(live.header(), invited))
        .map(live ->
            Games.isCalledOff(live.moment())
                ? Optional.<Refusal>empty()
                : close(live, Closed.Why.DECLINED))
        .orElse(Optional.of(Refusals.GAME_NOT_FOUND));
  }

  /** Closes a listed game whose creator is gone; empty when that is done. */
  public Optional<Refusal> closeAbandoned(GameId game) {
    return games
        .find(game)
        .map(live -> close(live, Closed.Why.CREATOR_LEFT))
        .orElse(Optional.of(Refusals.GAME_NOT_FOUND));
  }

  private Optional<Refusal> close(LiveGame live, Closed.Why why) {
    return switch (games.runAndWait(live.id(), new CloseStep(why))) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Refused refused -> Optional.of(refused.refusal());
      case Outcome.Repeated _, Outcome.NotYet _ ->
          throw new IllegalStateException("a closing is neither repeated nor early");
    };
  }

  /**
   * Offers the same players and rules another game; it starts when the other player asks for it,
   * too.
   */
  public Entrance rematch(LiveGame over, Person person, Seat seat) {
    boolean isBlocked =
        over.moment().players().stream()
            .map(PlayerEntry::user)
            .anyMatch(other -> !other.equals(person.id()) && blocks.between(person.id(), other));
    if (isBlocked) return new Entrance.Refused(Refusals.BLOCKED);
    return rematches.ask(over, person, seat);
  }

  private GameHeader header(
      GameId id,
      CreateGame request,
      PlayerEntry creator,
      Invitation invitation,
      Optional<GameId> rematchOf) {
    return new GameHeader(
        id,
        clock.instant(),
        request.type(),
        request.rules(),
        creator,
        invitation,
        request.audience(),
        request.spectatorDelayMs(),
        Secrets.seed().hex(),
        cards.current().version(),
        rematchOf);
  }

  private Invitation invitation(Against opponent) {
    return switch (opponent) {
      case Against.Anyone anyone -> new Invitation.Open(Secrets.code(), anyone.listing());
      case Against.User user -> new Invitation.User(user.user());
      case Against.Bot _ -> new Invitation.House();
    };
  }

  private static PlayerEntry entry(Person person, DeckSource.Chosen deck) {
    return new PlayerEntry(person.id(), person.name(), deck.name(), deck.list(), Optional.empty());
  }

  /** A deck that may be played under the rules, or why not. */
  private sealed interface Choice {
    record Fit(DeckSource.Chosen deck) implements Choice {}

    record Unfit(Refusal refusal) implements Choice {}
  }

  private boolean isLegal(DeckSource.Chosen deck, RulesConfig rules) {
    return deck.problems(rules, cards.current()).isEmpty();
  }

  private Choice chosen(UserId user, String deckId, RulesConfig rules) {
    var deck = decks.find(user, deckId);
    if (deck.isEmpty()) {
      return new Choice.Unfit(Refusal.of(ErrorCode.DECK_NOT_FOUND, "There is no such deck."));
    }
    var violations = deck.get().problems(rules, cards.current());
    return violations.isEmpty()
        ? new Choice.Fit(deck.get())
        : new Choice.Unfit(Refusals.deck(violations));
  }
}
