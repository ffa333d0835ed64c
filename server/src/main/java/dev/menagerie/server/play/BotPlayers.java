package dev.menagerie.server.play;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.codec.Sha256;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the seats of bots: when a bot is to act, it looks at its own view and acts as a player
 * does. Its message id names the version it acts at, so two nodes may both try and only one
 * commits.
 */
public final class BotPlayers implements BotDirectory, GameListener {
  private static final Logger LOG = LoggerFactory.getLogger(BotPlayers.class);

  /** Upper bound on attempts at one action; after them the bot's clock expires. */
  private static final int MAX_TRIES = 20;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final String USER_PREFIX = "bot:";

  /** All nodes of a process share its processors. */
  private static final BotThreads THREADS = BotThreads.ofThisMachine();

  private final Games games;
  private final Supplier<StarterDecks> decks;
  private final BotThreads threads;
  private volatile PlayObserver observer = PlayObserver.NONE;

  /**
   * Bots of this node.
   *
   * @param decks the decks that come with the game, as they are now
   */
  public BotPlayers(Games games, Supplier<StarterDecks> decks) {
    this(games, decks, THREADS);
  }

  /** Bots that choose on these threads. */
  BotPlayers(Games games, Supplier<StarterDecks> decks, BotThreads threads) {
    this.games = games;
    this.decks = decks;
    this.threads = threads;
  }

  /** Sets the observer of the time that bots take to choose. */
  public void observe(PlayObserver chosen) {
    observer = chosen;
  }

  @Override
  public Optional<DeckSource.Chosen> deck(RulesConfig rules) {
    var own = decks.get().forRules(rules.preset());
    if (own.isEmpty()) return Optional.empty();
    var deck = own.get(ThreadLocalRandom.current().nextInt(own.size()));
    return Optional.of(DeckSource.Chosen.of(deck.name(), deck.list()));
  }

  /** The decks that a searching bot assumes its opponent may have. */
  private List<DeckList> known(RulesConfig rules) {
    var own = decks.get().forRules(rules.preset());
    var all = own.isEmpty() ? decks.get().all() : own;
    return all.stream().map(StarterDeck::list).toList();
  }

  @Override
  public Optional<UserId> user(String bot) {
    return BotKind.named(bot).map(kind -> new UserId(USER_PREFIX + kind.id()));
  }

  @Override
  public PlayerEntry entry(String bot, DeckSource.Chosen deck) {
    var user = user(bot).orElseThrow();
    return new PlayerEntry(
        user, BotKind.named(bot).orElseThrow().title(), deck.name(), deck.list(), Optional.of(bot));
  }

  @Override
  public void committed(GameCommitted commit) {
    wake(commit.game());
  }

  @Override
  public void resynced(LiveGame game) {
    wake(game);
  }

  private void wake(LiveGame game) {
    var moment = game.moment();
    botToAct(moment).ifPresent(_ -> Thread.startVirtualThread(() -> act(game, moment)));
  }

  private static Optional<PlayerEntry> botToAct(Moment moment) {
    if (moment.isOver()) return Optional.empty();
    return moment
        .state()
        .flatMap(state -> state.toAct())
        .flatMap(moment::player)
        .filter(player -> player.bot().isPresent());
  }

  private void act(LiveGame game, Moment moment) {
    try {
      for (int i = 0; i < MAX_TRIES && isCurrent(game, moment); i++) {
        if (tryToAct(game, moment)) return;
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isCurrent(LiveGame game, Moment moment) {
    return game.moment().head().equals(moment.head());
  }

  private boolean tryToAct(LiveGame game, Moment moment) {
    var state = moment.state().orElseThrow();
    Seat seat = state.toAct().orElseThrow();
    var kind = moment.player(seat).flatMap(PlayerEntry::bot).orElseThrow();
    var chooser =
        BotKind.named(kind)
            .orElseThrow()
            .chooser(
                state.catalog(),
                game.header().rules(),
                known(game.header().rules()),
                randomness(game, moment));
    long began = System.nanoTime();
    var action = threads.choose(() -> chooser.choose(state, seat));
    observer.botChose(kind, System.nanoTime() - began);
    var message = new MessageId("bot-" + moment.head().epoch() + "-" + moment.version());
    try {
      var outcome = games.act(game.id(), seat, message, action, Optional.of(moment.version()));
      if (outcome instanceof Outcome.Refused refused
          && refused.refusal().code() != ErrorCode.MESSAGE_ID_REUSED // on another node
          && isCurrent(game, moment)) {
        LOG.error("bot {} was refused in {}: {}", kind, game.id(), refused.refusal().code());
      }
      return true;
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  /** Its own dice, not the game's: the same game asked again gets the same reply. */
  private static long randomness(LiveGame game, Moment moment) {
    var digest = Sha256.of("bot " + game.header().seedHex() + moment.head().digest());
    return ByteBuffer.wrap(digest).getLong();
  }
}
