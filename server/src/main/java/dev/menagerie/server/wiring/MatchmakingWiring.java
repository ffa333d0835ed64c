package dev.menagerie.server.wiring;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.decks.PlayerDecks;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.lobby.LobbyMembers;
import dev.menagerie.server.matchmaking.Match;
import dev.menagerie.server.matchmaking.Matchmaking;
import dev.menagerie.server.matchmaking.MatchmakingRoutes;
import dev.menagerie.server.play.BotPlayers;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.postgres.PostgresLadders;
import dev.menagerie.server.postgres.PostgresTickets;
import dev.menagerie.server.rating.Rating;
import dev.menagerie.server.rating.Season;
import dev.menagerie.server.settings.ServeOptions;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Matchmaking, wired. */
record MatchmakingWiring(
    StoreWiring stores, MatchGames games, HouseRules presets, InstantSource clock) {
  /** Queueing is cheap, and a client that changes its mind is no attack. */
  private static final RateLimit TICKETS = RateLimit.perMinute("tickets", 60);

  /** Games of pairs that were found. */
  static MatchGames games(
      Games games,
      StoreWiring stores,
      CardLibrary library,
      PlayerDecks decks,
      BotPlayers bots,
      ServeOptions options,
      InstantSource clock) {
    return new MatchGames(
        games,
        stores.store(),
        stores.journal(),
        library,
        IdentityWiring.forPlay(decks),
        bots,
        options.bounds.games(),
        clock);
  }

  /** The passes of this node. */
  Matchmaking matchmaking(BiConsumer<Match, LiveGame> told) {
    return new Matchmaking(
        new PostgresTickets(stores.database()),
        games,
        presets::named,
        this::online,
        stores.leases(),
        stores.node(),
        told);
  }

  /** Those of these users that are connected, to a game or to the lobby. */
  Set<UserId> online(Collection<UserId> users) {
    var online = new HashSet<>(stores.connections().onlineAmong(users));
    stores.lobbyMembers().all().stream().map(LobbyMembers.Member::user).forEach(online::add);
    return online;
  }

  /**
   * @param refusals the problem document of a refusal of the game service
   */
  List<Route<?, ?>> routes(Function<Refusal, HttpRefusal> refusals) {
    return new MatchmakingRoutes(
            new PostgresTickets(stores.database()),
            games,
            presets::named,
            refusals,
            this::rating,
            TICKETS,
            clock)
        .routes();
  }

  private double rating(UserId user, String preset) {
    var season = Season.of(clock.instant());
    return new PostgresLadders(stores.database())
        .rankedStandings(user, season).stream()
            .filter(ranked -> ranked.preset().equals(preset))
            .findFirst()
            .map(ranked -> ranked.standing().rating().value())
            .orElse(Rating.INITIAL.value());
  }
}
