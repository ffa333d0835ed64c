package dev.menagerie.server.play;

import dev.menagerie.cards.deck.DeckProblems;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.Sha256;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * How games come to be: created, joined, cancelled, played again. Every method may be called from
 * any thread and waits for the stores; a game exists for its creator once both have it.
 */
public final class Lobby {
  /** How long a game waits for its second player. */
  public static final Duration WAIT = Duration.ofHours(1);

  private static final int CODE_BYTES = 16; // 128 bits: an invitation cannot be guessed

  private final GameSteps games;
  private final GameCreator gameCreator;
  private final CatalogSource cards;
  private final DeckSource decks;
  private final BotDirectory bots;
  private final JoinLimit joinLimit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * A lobby over these stores.
   *
   * @param limits how many unfinished games a user may have
   */
  public Lobby(
      Games games,
      GameStore store,
      GameJournal journal,
      CatalogSource cards,
      DeckSource decks,
      BotDirectory bots,
      CreationLimits limits,
      InstantSource clock) {
    this.games = games.steps();
    this.gameCreator = new GameCreator(games.steps(), store, journal, limits);
    this.joinLimit = new JoinLimit(store, limits.unfinished());
    this.cards = cards;
    this.decks = decks;
    this.bots = bots;
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
    return opened(entered.game(), second);
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
    if (moment.state().isPresent()) return new Entrance.Refused(Refusals.GAME_FULL);
    var deck = chosen(person.id(), deckId, live.header().rules());
    if (deck instanceof Choice.Unfit unfit) return new Entrance.Refused(unfit.refusal());
    var second = entry(person, ((Choice.Fit) deck).deck());
    return joinLimit.with(person.id(), () -> opened(live, second));
  }

  private static boolean mayEnter(LiveGame live, UserId user, String code) {
    if (live.moment().seatOf(user).isPresent()) return !Games.isCancelled(live.moment());
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

  private Entrance opened(LiveGame live, PlayerEntry second) {
    return switch (games.extend(live.id(), new OpenStep(cards.current(), second))) {
      case Outcome.Done done -> new Entrance.Entered(done.what().game());
      case Outcome.Refused refused -> {
        boolean mine = live.moment().seatOf(second.user()).isPresent();
        yield mine ? new Entrance.Entered(live) : new Entrance.Refused(refused.refusal());
      }
      case Outcome.Repeated _, Outcome.NotYet _ ->
          throw new IllegalStateException("an opening is neither repeated nor early");
    };
  }

  /** The creator of a waiting game gives it up; empty when that is done. */
  public Optional<Refusal> cancel(GameId game, UserId creator) {
    var own = games.find(game).filter(live -> live.header().creator().user().equals(creator));
    if (own.isEmpty() || Games.isCancelled(own.get().moment())) {
      return Optional.of(Refusals.GAME_NOT_FOUND);
    }
    return switch (games.extend(game, new CloseStep())) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Refused refused -> Optional.of(refused.refusal());
      case Outcome.Repeated _, Outcome.NotYet _ ->
          throw new IllegalStateException("a cancellation is neither repeated nor early");
    };
  }

  /**
   * Offers the same players and rules another game; it starts when the other player asks for it,
   * too.
   */
  public Entrance rematch(LiveGame over, Person person, Seat seat) {
    if (!over.moment().isOver() || over.moment().state().isEmpty()) {
      return new Entrance.Refused(Refusal.of(ErrorCode.INVALID_ACTION, "The game is not over."));
    }
    var next = rematchId(over);
    var known = games.find(next);
    if (known.isPresent()) return rejoin(known.get(), over, person, seat);
    return firstToAsk(over, next, person, seat);
  }

  private Entrance rejoin(LiveGame next, LiveGame over, Person person, Seat seat) {
    if (next.moment().seatOf(person.id()).isPresent()) return new Entrance.Entered(next);
    if (next.moment().isOver()) return new Entrance.Refused(Refusals.GAME_OVER);
    var second = over.moment().players().get(seat.index());
    return joinLimit.with(person.id(), () -> opened(next, second));
  }

  private Entrance firstToAsk(LiveGame over, GameId next, Person person, Seat seat) {
    var mine = over.moment().players().get(seat.index());
    var other = over.moment().players().get(seat.other().index());
    var old = over.header();
    var header =
        new GameHeader(
            next,
            clock.instant(),
            old.type(),
            old.rules(),
            mine,
            other.bot().isPresent() ? new Invitation.House() : new Invitation.User(other.user()),
            old.audience(),
            old.spectatorDelayMs(),
            freshSeed().hex(),
            cards.current().version(),
            Optional.of(over.id()));
    // Both may ask at the same time: the key makes one game of both requests.
    var key = new CreationKey(old.creator().user(), "rematch-" + over.id());
    var made = gameCreator.create(header, Optional.of(key));
    if (!(made instanceof Entrance.Entered entered)) return made;
    if (other.bot().isPresent()) return opened(entered.game(), other);
    return rejoin(entered.game(), over, person, seat);
  }

  /**
   * The id of the rematch. It is derived from the old game's seed, so both requests get the same
   * one and no one else can guess it.
   */
  private static GameId rematchId(LiveGame over) {
    var digest = Sha256.of(over.header().seedHex() + " rematch " + over.id());
    var bytes = Arrays.copyOf(digest, CODE_BYTES);
    return new GameId("r" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
        freshSeed().hex(),
        cards.current().version(),
        rematchOf);
  }

  private Invitation invitation(Against opponent) {
    return switch (opponent) {
      case Against.Anyone anyone -> new Invitation.Open(code(), anyone.listing());
      case Against.User user -> new Invitation.User(user.user());
      case Against.Bot _ -> new Invitation.House();
    };
  }

  private Seed freshSeed() {
    byte[] bytes = new byte[Seed.BYTES];
    random.nextBytes(bytes);
    return Seed.of(bytes);
  }

  private String code() {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
    return DeckProblems.of(deck.list(), rules, cards.current()).isEmpty();
  }

  private Choice chosen(UserId user, String deckId, RulesConfig rules) {
    var deck = decks.find(user, deckId);
    if (deck.isEmpty()) {
      return new Choice.Unfit(Refusal.of(ErrorCode.DECK_NOT_FOUND, "There is no such deck."));
    }
    var violations = DeckProblems.of(deck.get().list(), rules, cards.current());
    return violations.isEmpty()
        ? new Choice.Fit(deck.get())
        : new Choice.Unfit(Refusals.deck(violations));
  }
}
