package dev.menagerie.server.wiring;

import dev.menagerie.cards.deck.DeckText;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.protocol.AsyncApi;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.auth.AccountRoutes;
import dev.menagerie.server.auth.AuthRoutes;
import dev.menagerie.server.catalog.CatalogRoutes;
import dev.menagerie.server.decks.DeckRoutes;
import dev.menagerie.server.decks.PlayerDecks;
import dev.menagerie.server.export.ExportRoutes;
import dev.menagerie.server.http.DocsPage;
import dev.menagerie.server.http.Document;
import dev.menagerie.server.http.Edge;
import dev.menagerie.server.http.Guards;
import dev.menagerie.server.http.HealthRoutes;
import dev.menagerie.server.http.LandingPage;
import dev.menagerie.server.http.OpenApi;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteTable;
import dev.menagerie.server.http.Site;
import dev.menagerie.server.http.SiteFiles;
import dev.menagerie.server.logging.RequestLog;
import dev.menagerie.server.metrics.MeasuredTraffic;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.UserGames;
import dev.menagerie.server.players.FairPlayRoutes;
import dev.menagerie.server.players.FriendChanges;
import dev.menagerie.server.players.FriendRoutes;
import dev.menagerie.server.players.PlayerRoutes;
import dev.menagerie.server.postgres.PostgresCampaign;
import dev.menagerie.server.postgres.PostgresChatLog;
import dev.menagerie.server.postgres.PostgresDecks;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.server.postgres.PostgresLadders;
import dev.menagerie.server.postgres.PostgresMutes;
import dev.menagerie.server.postgres.PostgresPlayedGames;
import dev.menagerie.server.postgres.PostgresPlayerSearch;
import dev.menagerie.server.postgres.PostgresReports;
import dev.menagerie.server.postgres.PostgresSolvedPuzzles;
import dev.menagerie.server.postgres.PostgresTournaments;
import dev.menagerie.server.puzzle.PuzzleRoutes;
import dev.menagerie.server.rating.RatingRoutes;
import dev.menagerie.server.redis.RedisHealth;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.rest.GamePreviews;
import dev.menagerie.server.rest.GameRoutes;
import dev.menagerie.server.rest.HistoryRoutes;
import dev.menagerie.server.rest.InvitationRoutes;
import dev.menagerie.server.rest.NewGameReader;
import dev.menagerie.server.rest.RefusalProblems;
import dev.menagerie.server.rest.ReplayResponses;
import dev.menagerie.server.rest.ReplayRoutes;
import dev.menagerie.server.settings.PortSettings;
import dev.menagerie.server.settings.ServeOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** REST, documents and the page, wired. */
record EdgeWiring(
    ServeOptions options,
    String origin,
    CardLibrary library,
    HouseRules presets,
    IdentityWiring people,
    OidcWiring provider,
    StoreWiring stores,
    PlayerDecks decks,
    Lobby lobby,
    Games games,
    MatchmakingWiring matching,
    TournamentWiring tournaments,
    CampaignWiring campaign,
    PuzzleRoutes puzzles,
    FriendChanges friends,
    BooleanSupplier accepting,
    ServerMetrics metrics,
    CloseStack closing) {
  /** One page of the site fetches some twenty files; a household shares an address. */
  private static final RateLimit PER_ADDRESS = RateLimit.perSecond("address", 2_000);

  private static final RateLimit PER_USER = RateLimit.perSecond("user", 500);

  /** Where the build puts the page's files. */
  private static final String PAGE = "/web";

  Edge edge() {
    var limiter = new RateLimiter();
    var table = new RouteTable(routes(limiter));
    var openApi = OpenApi.of(table, BuildVersion.TEXT);
    var site =
        new Site(SiteFiles.packed(PAGE).below(URI.create(origin).getPath()))
            .embeddedBy(options.network.embedOrigins)
            .previews(new GamePreviews(games, stores.archive(), InstantSource.system()), origin)
            .page("/", LandingPage.of(origin, BuildVersion.TEXT))
            .page("/docs", DocsPage.of(table, openApi))
            .document("/openapi.json", Document.forAll(openApi))
            .document("/asyncapi.json", Document.forAll(AsyncApi.document(BuildVersion.TEXT)));
    var guards =
        new Guards(
            people.authenticator(),
            new PortSettings(options.network).origins(),
            limiter,
            new PostgresIdempotencyStore(stores.database()),
            PER_ADDRESS,
            PER_USER,
            options.bounds.answerBytes());
    return new Edge(table, guards, site, traffic());
  }

  private Edge.Traffic traffic() {
    var measured = new MeasuredTraffic(metrics.registry());
    return options.log.requests ? measured.and(new RequestLog()) : measured;
  }

  private List<Route<?, ?>> routes(RateLimiter limiter) {
    var all = new ArrayList<Route<?, ?>>();
    all.addAll(
        new AuthRoutes(
                people.signIns(),
                limiter,
                AuthRoutes.Limits.withGuestsPerMinute(options.guestsPerMinute))
            .all());
    all.addAll(
        new AccountRoutes(
                people.changes(),
                people.deletion(new UserGames(games, lobby, stores.store())::leaveAll))
            .all());
    all.addAll(provider.routes(options.guestsPerMinute).routes());
    var catalog = new CatalogRoutes(library.sets(), presets);
    library.onReload(content -> catalog.replaceCards(content.sets()));
    all.addAll(catalog.all());
    all.addAll(new DeckRoutes(decks, () -> new DeckText(library.sets())).all());
    all.addAll(
        new GameRoutes(
                lobby,
                games,
                stores.archive(),
                new NewGameReader(people::isUser, presets),
                stores.relations()::hiddenFrom,
                origin + "/game",
                RateLimit.perMinute("games", options.gamesPerMinute))
            .routes());
    all.addAll(
        new InvitationRoutes(lobby, games, stores.waiting(), stores.relations()::hiddenFrom)
            .routes());
    all.addAll(
        new HistoryRoutes(new PostgresPlayedGames(stores.database()), people::isUser).routes());
    all.addAll(new ReplayRoutes(replayResponses()).routes());
    all.addAll(
        new RatingRoutes(
                new PostgresLadders(stores.database()),
                people::isUser,
                name -> presets.named(name).isPresent(),
                InstantSource.system())
            .routes());
    all.addAll(new PlayerRoutes(new PostgresPlayerSearch(stores.database())).routes());
    all.addAll(new FriendRoutes(stores.relations(), matching::online, friends).routes());
    var mutes = new PostgresMutes(stores.database(), options.bounds.blocksPerUser);
    all.addAll(new FairPlayRoutes(mutes, new PostgresReports(stores.database())).routes());
    all.addAll(ChatWiring.routes(stores, games, mutes).routes());
    all.addAll(new ExportRoutes(exported()).routes());
    all.addAll(matching.routes(RefusalProblems::of));
    all.addAll(tournaments.routes());
    all.addAll(
        campaign.routes(matching.games(), RateLimit.perMinute("campaign", options.gamesPerMinute)));
    all.addAll(puzzles.routes());
    all.addAll(BotRoutes.routes());
    all.addAll(
        new HealthRoutes(
                Map.of(
                    Store.REDIS, new RedisHealth(stores.redis())::state,
                    Store.POSTGRES, stores.database()::state),
                stores.safety()::warnings,
                this::recovering,
                accepting)
            .all());
    return all;
  }

  private Optional<HealthRoutes.Recovering> recovering() {
    var waiting = stores.recovery().progress().waiting();
    return waiting.partitions() == 0
        ? Optional.empty()
        : Optional.of(new HealthRoutes.Recovering(waiting.partitions(), waiting.games()));
  }

  private ExportRoutes.Sources exported() {
    return new ExportRoutes.Sources(
        people.accounts(),
        people.sessions(),
        provider.identities(),
        new PostgresDecks(stores.database()),
        stores.archive(),
        new PostgresLadders(stores.database()),
        new PostgresCampaign(stores.database()),
        new PostgresTournaments(stores.database()),
        new PostgresSolvedPuzzles(stores.database()),
        stores.relations(),
        new PostgresMutes(stores.database(), options.bounds.blocksPerUser),
        new PostgresReports(stores.database()),
        new PostgresChatLog(stores.database()),
        new PostgresPlayerSearch(stores.database()),
        InstantSource.system());
  }

  private ReplayResponses replayResponses() {
    var bounds = options.bounds;
    return closing.register(
        new ReplayResponses(
            stores.archive(),
            new Replayer(library),
            bounds.replayCacheBytes(),
            bounds.replayThreads(),
            bounds.replaysPerUser));
  }
}
