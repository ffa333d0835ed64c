package dev.menagerie.server.wiring;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.admin.TournamentCalls;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.live.MatchMessages;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.postgres.PostgresTournaments;
import dev.menagerie.server.rest.RefusalProblems;
import dev.menagerie.server.tournament.TournamentDriver;
import dev.menagerie.server.tournament.TournamentRoutes;
import dev.menagerie.server.tournament.TournamentStore;
import dev.menagerie.server.tournament.TournamentSummary;
import dev.menagerie.server.tournament.Tournaments;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Tournaments, wired. */
record TournamentWiring(
    StoreWiring stores, MatchGames games, HouseRules presets, InstantSource clock) {
  /** Registering and dropping again is no use to anybody. */
  private static final RateLimit CHANGES = RateLimit.perMinute("tournaments", 30);

  private TournamentStore store() {
    return new PostgresTournaments(stores.database());
  }

  private Tournaments tournaments() {
    return new Tournaments(store(), games, presets::named, clock);
  }

  /**
   * The passes of this node.
   *
   * @param online those of these users that are connected
   */
  TournamentDriver driver(
      Games all, Function<Collection<UserId>, Set<UserId>> online, MatchMessages messages) {
    return new TournamentDriver(
        tournaments(),
        store(),
        games,
        all,
        online,
        stores.leases(),
        stores.node(),
        clock,
        (id, game) -> messages.startedInTournament(game, id.value()));
  }

  private TournamentRoutes rest() {
    Function<Refusal, HttpRefusal> refusals = RefusalProblems::of;
    return new TournamentRoutes(tournaments(), store(), games, presets::named, refusals, CHANGES);
  }

  List<Route<?, ?>> routes() {
    return rest().routes();
  }

  TournamentCalls forOperators() {
    return new TournamentCalls(tournaments(), store(), rest()::export, clock);
  }

  /** Tournaments for the lobby. */
  List<LobbyMessage.TournamentEntry> current() {
    return store().current().stream().map(TournamentWiring::entry).toList();
  }

  private static LobbyMessage.TournamentEntry entry(TournamentSummary summary) {
    return new LobbyMessage.TournamentEntry(
        summary.tournamentId(),
        summary.name(),
        summary.format().name().toLowerCase(Locale.ROOT),
        summary.preset(),
        summary.phase().name().toLowerCase(Locale.ROOT),
        summary.round(),
        summary.rounds(),
        summary.players(),
        summary.maxPlayers(),
        summary.checkInAt(),
        summary.startsAt(),
        summary.roundEndsAt(),
        summary.revision());
  }
}
