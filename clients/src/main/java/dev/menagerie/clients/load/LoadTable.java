package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.clients.wire.RestClient.Guest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Two players who play one game after another. Used on the clients' event loop only. */
final class LoadTable {
  /** Pause before another attempt to create a game, unless the server names one. */
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final LoadContext context;
  private final SplittableRandom random;
  private final LoadPlayer first;
  private final LoadPlayer second;
  private int playersDone;
  private boolean hasBegun;
  private boolean stopped;

  LoadTable(LoadContext context, Guest first, Guest second, SplittableRandom random) {
    this.context = context;
    this.random = random;
    this.first = new LoadPlayer(context, this, first, random.split());
    this.second = new LoadPlayer(context, this, second, random.split());
  }

  /** Makes a game by REST and lets both play it. */
  void open() {
    if (stopped) return;
    var firstDeck = deck();
    var secondDeck = deck();
    context
        .waiting()
        .execute(() -> {
          try {
            var id = create(firstDeck, secondDeck);
            context.loop().execute(() -> play(id));
          } catch (CallFailed e) {
            context.loop().execute(() -> creationFailed(e));
          }
        });
  }

  void stop() {
    stopped = true;
    first.stop();
    second.stop();
  }

  LoadPlayer other(LoadPlayer player) {
    return player == first ? second : first;
  }

  /** A player has seen the end of the game; the second call starts the next game. */
  void over() {
    if (++playersDone < 2) return;
    context.tally().finished();
    open();
  }

  private String deck() {
    return context.decks().get(random.nextInt(context.decks().size()));
  }

  private String create(String firstDeck, String secondDeck) {
    var rest = context.rest();
    var created =
        rest.post(
            "/games",
            Optional.of(first.guest()),
            Map.of("deck_id", firstDeck, "rules_config", context.plan().rules()));
    var id = created.get("game_id").asString();
    rest.post(
        "/games/" + id + "/join",
        Optional.of(second.guest()),
        Map.of("deck_id", secondDeck, "invite_code", created.get("invite_code").asString()));
    return id;
  }

  private void play(String id) {
    if (stopped) return;
    if (!hasBegun) context.begun().run();
    hasBegun = true;
    playersDone = 0;
    first.play(id);
    second.play(id);
  }

  private void creationFailed(CallFailed failure) {
    if (stopped) return;
    context.tally().failed("create " + failure.reason());
    var wait = failure.retryAfter().orElse(BACK_OFF);
    var _ = context.loop().schedule(this::open, wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}
