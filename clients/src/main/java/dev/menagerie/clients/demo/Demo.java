package dev.menagerie.clients.demo;

import dev.menagerie.clients.wire.RestClient;
import dev.menagerie.clients.wire.RestClient.Guest;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Two guests play a whole game against a server, and a spectator narrates it. */
public final class Demo {
  private final String origin;
  private final String rules;
  private final boolean lastDecks;
  private final long seed;
  private final PrintStream out;

  /**
   * @param lastDecks whether the last two decks of the server are played, which are an author's
   *     own, and not the first two
   * @param seed of the players' choices; cards and coins are the server's secret
   */
  public Demo(String origin, String rules, boolean lastDecks, long seed, PrintStream out) {
    this.origin = origin;
    this.rules = rules;
    this.lastDecks = lastDecks;
    this.seed = seed;
    this.out = out;
  }

  /** Plays it to its end. */
  public void play() throws InterruptedException {
    try (var rest = new RestClient(origin)) {
      var ada = rest.signIn("Ada");
      var bela = rest.signIn("Bela");
      var watcher = rest.signIn("Narrator");
      var decks = decks(rest, ada);
      var gameId = invite(rest, ada, bela, decks);
      out.printf(
          Locale.ROOT,
          "%s (%s) against %s (%s), %s rules, choices by seed %d%n",
          ada,
          decks.getFirst().name(),
          bela,
          decks.getLast().name(),
          rules,
          seed);
      play(rest, gameId, ada, bela, watcher);
    }
  }

  private record Deck(String id, String name) {}

  private List<Deck> decks(RestClient rest, Guest guest) {
    var starters =
        rest.get("/decks", Optional.of(guest))
            .get("items")
            .valueStream()
            .filter(deck -> deck.get("rules").asString().equals(rules))
            .map(deck -> new Deck(deck.get("id").asString(), deck.get("name").asString()))
            .toList();
    if (starters.isEmpty()) throw new DemoPlayer.DemoFailed("no starter deck for " + rules);
    int from = lastDecks ? Math.max(0, starters.size() - 2) : 0;
    return starters.subList(from, Math.min(from + 2, starters.size()));
  }

  private String invite(RestClient rest, Guest ada, Guest bela, List<Deck> decks) {
    var created =
        rest.post(
            "/games",
            Optional.of(ada),
            Map.of("deck_id", decks.getFirst().id(), "rules_config", rules));
    var gameId = created.get("game_id").asString();
    rest.post(
        "/games/" + gameId + "/join",
        Optional.of(bela),
        Map.of(
            "deck_id", decks.getLast().id(), "invite_code", created.get("invite_code").asString()));
    return gameId;
  }

  private void play(RestClient rest, String gameId, Guest ada, Guest bela, Guest watcher)
      throws InterruptedException {
    try (var first = new GameClient(origin, ada);
        var second = new GameClient(origin, bela);
        var third = new GameClient(origin, watcher);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var narrator = new Narrator(third, gameId, cardNames(rest), out);
      narrator.introduce(ada);
      narrator.introduce(bela);
      narrator.sitDown();
      var players =
          List.<Future<?>>of(
              threads.submit(new DemoPlayer(first, gameId, seed)),
              threads.submit(new DemoPlayer(second, gameId, ~seed)));
      narrator.narrate();
      for (var player : players) await(player);
    }
  }

  private static void await(Future<?> player) throws InterruptedException {
    try {
      player.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Map<String, String> cardNames(RestClient rest) {
    var names = new HashMap<String, String>();
    for (JsonNode card : rest.get("/cards", Optional.empty()).get("items")) {
      names.put(card.get("id").asString(), card.get("name").asString());
    }
    return names;
  }
}
