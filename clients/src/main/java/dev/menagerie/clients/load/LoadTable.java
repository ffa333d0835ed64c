package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.clients.wire.RestClient.Guest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Two players at a table at which one game follows the other. Lives on the clients' event loop. */
final class LoadTable {
  /** A game that could not be made is tried again after this, unless the server says when. */
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final LoadContext ground;
  private final SplittableRandom random;
  private final LoadPlayer first;
  private final LoadPlayer second;
  private int done;
  private boolean stopped;

  LoadTable(LoadContext ground, Guest first, Guest second, SplittableRandom random) {
    this.ground = ground;
    this.random = random;
    this.first = new LoadPlayer(ground, this, first, random.split());
    this.second = new LoadPlayer(ground, this, second, random.split());
  }

  /** Makes a game by REST and lets both play it. */
  void open() {
    if (stopped) return;
    var firstDeck = deck();
    var secondDeck = deck();
    ground
        .waiting()
        .execute(() -> {
          try {
            var id = create(firstDeck, secondDeck);
            ground.loop().execute(() -> play(id));
          } catch (CallFailed e) {
            ground.loop().execute(() -> notMade(e));
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

  /** One of the two has seen the end; after the other has, too, there is a new game. */
  void over() {
    if (++done < 2) return;
    ground.tally().finished();
    open();
  }

  private String deck() {
    return ground.decks().get(random.nextInt(ground.decks().size()));
  }

  private String create(String firstDeck, String secondDeck) {
    var rest = ground.rest();
    var created =
        rest.post(
            "/games",
            Optional.of(first.guest()),
            Map.of("deck_id", firstDeck, "rules_config", ground.plan().rules()));
    var id = created.get("game_id").asString();
    rest.post(
        "/games/" + id + "/join",
        Optional.of(second.guest()),
        Map.of("deck_id", secondDeck, "invite_code", created.get("invite_code").asString()));
    return id;
  }

  private void play(String id) {
    done = 0;
    first.play(id);
    second.play(id);
  }

  private void notMade(CallFailed failure) {
    ground.tally().failed("create " + failure.reason());
    var wait = failure.retryAfter().orElse(BACK_OFF);
    var _ = ground.loop().schedule(this::open, wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}
