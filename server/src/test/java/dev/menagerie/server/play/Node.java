package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.play.CreateGame.Against;
import dev.menagerie.server.play.CreateGame.Person;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One node of the service, and what its listeners have heard. */
final class Node implements GameListener {
  final Venue venue;
  final Games games;
  final BotPlayers bots;
  final Lobby lobby;
  final List<GameCommitted> heard = new CopyOnWriteArrayList<>();
  final List<Long> resyncedAt = new CopyOnWriteArrayList<>();

  Node(Venue venue) {
    this(venue, venue.store);
  }

  /** One that reaches the venue's store in another way. */
  Node(Venue venue, GameStore store) {
    this.venue = venue;
    games =
        new Games(
            store,
            venue.journal,
            venue.journal,
            venue.catalog,
            (game, version, patience) ->
                CompletableFuture.completedFuture(
                    venue.drainer.awaitJournaled(game, version, patience)),
            venue.clock);
    bots = new BotPlayers(games, StarterDecks::load);
    lobby =
        new Lobby(
            games,
            store,
            venue.journal,
            venue.catalog,
            venue::deck,
            bots,
            venue.limits,
            WaitingTime.STANDARD,
            Blocks.NONE,
            venue.clock);
    games.listen(this);
  }

  @Override
  public void committed(GameCommitted what) {
    assertThat(what.after().version()).isEqualTo(what.before().version() + 1);
    heard.add(what);
  }

  @Override
  public void resynced(LiveGame game) {
    resyncedAt.add(game.moment().version());
  }

  List<Long> versionsHeard() {
    return heard.stream().map(h -> h.after().version()).toList();
  }

  LiveGame game(GameId id) {
    return games.find(id).orElseThrow();
  }

  Moment moment(GameId id) {
    return game(id).moment();
  }

  static CreateGame wish(Person creator, String deck, RulesConfig rules, Against opponent) {
    return new CreateGame(
        creator, deck, rules, GameType.CASUAL, opponent, Audience.PUBLIC, 0, Optional.empty());
  }

  LiveGame create(Person creator, String deck, RulesConfig rules, Against opponent) {
    return entered(lobby.create(wish(creator, deck, rules, opponent)));
  }

  /** A game of Ada's that any user with the code can join. */
  LiveGame open(String deck, RulesConfig rules) {
    return create(Venue.ADA, deck, rules, new Against.Anyone(LobbyListing.UNLISTED));
  }

  /** A game of Ada and Bob with these decks, just dealt. */
  LiveGame begin(RulesConfig rules, String first, String second) {
    var waiting = open(first, rules);
    return entered(lobby.join(waiting.id(), Venue.BOB, second, code(waiting)));
  }

  static String code(LiveGame game) {
    return ((Invitation.Open) game.header().invitation()).code();
  }

  static LiveGame entered(Lobby.Entrance entrance) {
    if (entrance instanceof Lobby.Entrance.Refused refused) {
      throw new AssertionError("refused: " + refused.refusal());
    }
    return ((Lobby.Entrance.Entered) entrance).game();
  }
}
