package dev.menagerie.server.play;

import dev.menagerie.bots.BotKind;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.Sha256;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bots as players: when it is for one of them to act, it looks at its own view and acts like anyone
 * else. Its message id names the version it acts at, so two nodes may both try.
 */
public final class HouseBots implements HousePlayers, GameListener {
  private static final Logger LOG = LoggerFactory.getLogger(HouseBots.class);

  /** Then its clock will act for it. */
  private static final int MAX_TRIES = 20;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final String USER_PREFIX = "bot:";

  private final Games games;

  public HouseBots(Games games) {
    this.games = games;
  }

  @Override
  public Optional<UserId> user(String bot) {
    return BotKind.named(bot).map(kind -> new UserId(USER_PREFIX + kind.id()));
  }

  @Override
  public PlayerEntry entry(String bot, Decks.Chosen deck) {
    var user = user(bot).orElseThrow();
    return new PlayerEntry(
        user, BotKind.named(bot).orElseThrow().title(), deck.name(), deck.list(), Optional.of(bot));
  }

  @Override
  public void happened(GameCommitted what) {
    wake(what.game());
  }

  @Override
  public void resynced(LiveGame game) {
    wake(game);
  }

  private void wake(LiveGame game) {
    botToAct(game.moment())
        .ifPresent(_ -> Thread.startVirtualThread(() -> act(game, game.moment())));
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
    var bot =
        BotKind.named(kind)
            .orElseThrow()
            .bot(state.catalog(), game.header().rules(), randomness(game, moment));
    var action = bot.choose(Views.of(state, Viewer.seat(seat)));
    var message = new MessageId("bot-" + moment.head().epoch() + "-" + moment.version());
    try {
      var outcome = games.act(game.id(), seat, message, action, Optional.of(moment.version()));
      if (outcome instanceof Outcome.Refused refused && isCurrent(game, moment)) {
        LOG.error("bot {} was refused in {}: {}", kind, game.id(), refused.refusal().code());
      }
      return true;
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  /** Its own dice, not the game's: the same game asked again gets the same answer. */
  private static long randomness(LiveGame game, Moment moment) {
    var digest = Sha256.of("bot " + game.header().seedHex() + moment.head().digest());
    return java.nio.ByteBuffer.wrap(digest).getLong();
  }
}
