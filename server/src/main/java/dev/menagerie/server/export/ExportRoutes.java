package dev.menagerie.server.export;

import static dev.menagerie.server.http.ProblemKind.UNAUTHENTICATED;

import dev.menagerie.server.archive.FinishedSummary;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.auth.Accounts;
import dev.menagerie.server.auth.SessionStore;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.campaign.CampaignProgress;
import dev.menagerie.server.chat.ChatLog;
import dev.menagerie.server.decks.DeckStore;
import dev.menagerie.server.export.ExportDocument.ExportedBlock;
import dev.menagerie.server.export.ExportDocument.ExportedCampaign;
import dev.menagerie.server.export.ExportDocument.ExportedDeck;
import dev.menagerie.server.export.ExportDocument.ExportedFriend;
import dev.menagerie.server.export.ExportDocument.ExportedGame;
import dev.menagerie.server.export.ExportDocument.ExportedIdentity;
import dev.menagerie.server.export.ExportDocument.ExportedMessage;
import dev.menagerie.server.export.ExportDocument.ExportedPuzzle;
import dev.menagerie.server.export.ExportDocument.ExportedRating;
import dev.menagerie.server.export.ExportDocument.ExportedReport;
import dev.menagerie.server.export.ExportDocument.ExportedSession;
import dev.menagerie.server.export.ExportDocument.ExportedTournament;
import dev.menagerie.server.export.ExportDocument.ExportedWin;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.oidc.Identities;
import dev.menagerie.server.play.GameSummary;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.server.players.PlayerSearch;
import dev.menagerie.server.players.Relations;
import dev.menagerie.server.players.Reports;
import dev.menagerie.server.puzzle.SolvedPuzzles;
import dev.menagerie.server.rating.Ladders;
import dev.menagerie.server.rating.Season;
import dev.menagerie.server.tournament.TournamentStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A user's own data over REST. */
public final class ExportRoutes {
  /** Reads many tables; a person asks now and then. */
  private static final RateLimit EXPORTS = RateLimit.perMinute("exports", 6);

  /** Games of an export; {@code GET /games/me/history} has the others. */
  private static final int MAX_GAMES = 10_000;

  /** Ten years of daily ones. */
  private static final int MAX_PUZZLES = 3_660;

  /** More than a user may have. */
  private static final int MAX_DECKS = 1_000;

  private final Sources sources;

  public ExportRoutes(Sources sources) {
    this.sources = sources;
  }

  /** Where a user's data is. */
  public record Sources(
      Accounts accounts,
      SessionStore sessions,
      Identities identities,
      DeckStore decks,
      GameArchive archive,
      Ladders ladders,
      CampaignProgress campaign,
      TournamentStore tournaments,
      SolvedPuzzles puzzles,
      Relations relations,
      Mutes mutes,
      Reports reports,
      ChatLog chat,
      PlayerSearch players,
      InstantSource clock) {}

  /** The routes of exports. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/users/me/export", "exportMyData", "Your own data as one document")
            .responds(200, ExportDocument.class)
            .limitedTo(EXPORTS)
            .by(call -> RouteResponse.of(document(new UserId(call.user().userId())))));
  }

  private ExportDocument document(UserId id) {
    var user = sources.accounts().byId(id).orElseThrow(HttpRefusal.because(UNAUTHENTICATED));
    return new ExportDocument(
        id.value(),
        user.name(),
        user.kind() == User.Kind.GUEST,
        sources.players().isFindable(id),
        sources.sessions().of(id).stream()
            .map(one -> new ExportedSession(one.startedAt(), one.lastUsedAt()))
            .toList(),
        sources.identities().of(id).stream().map(ExportRoutes::identity).toList(),
        decks(id),
        games(id),
        ratings(id),
        campaign(id),
        tournaments(id),
        puzzles(id),
        sources.relations().friendsOf(id).stream().map(ExportRoutes::friend).toList(),
        blocks(sources.relations().blockedBy(id)),
        blocks(sources.mutes().mutedBy(id)),
        sources.reports().by(id).stream().map(ExportRoutes::report).toList(),
        sources.chat().by(id).stream().map(ExportRoutes::message).toList());
  }

  private static List<ExportedBlock> blocks(List<Relations.Known> users) {
    return users.stream().map(one -> new ExportedBlock(one.user().value(), one.name())).toList();
  }

  private static ExportedIdentity identity(Identities.Linked linked) {
    return new ExportedIdentity(
        linked.identity().issuer(), linked.identity().subject(), linked.linkedAt());
  }

  private static ExportedReport report(Reports.Report report) {
    return new ExportedReport(
        report.reported().value(),
        report.reason().name().toLowerCase(Locale.ROOT),
        report.details(),
        report.createdAt());
  }

  private static ExportedMessage message(ChatLog.ChatMessage message) {
    return new ExportedMessage(message.game().value(), message.at(), message.text().value());
  }

  private List<ExportedDeck> decks(UserId user) {
    return sources.decks().list(user, Optional.empty(), MAX_DECKS).stream()
        .map(deck ->
            new ExportedDeck(
                deck.id().value(),
                deck.name().value(),
                deck.rules(),
                deck.list().cards(),
                deck.list().energyCards(),
                deck.list().energyTypes()))
        .toList();
  }

  private List<ExportedGame> games(UserId user) {
    var games = new ArrayList<ExportedGame>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = sources.archive().historyOf(user, cursor, GameArchive.MAX_PAGE);
      for (var game : page.items()) games.add(game(game, user));
      cursor = page.next();
    } while (cursor.isPresent() && games.size() < MAX_GAMES);
    return games;
  }

  private static ExportedGame game(FinishedSummary game, UserId user) {
    return new ExportedGame(
        game.game().value(),
        game.indexEntry().gameType(),
        GameSummary.read(game.indexEntry().summary()).rules(),
        game.startedAt(),
        game.endedAt(),
        game.ending().reason(),
        game.ending().winner().map(user::equals));
  }

  private List<ExportedRating> ratings(UserId user) {
    return sources.ladders().rankedStandings(user, Season.of(sources.clock().instant())).stream()
        .map(ranked ->
            new ExportedRating(
                ranked.preset(),
                ranked.standing().season().id(),
                ranked.standing().rating().value(),
                ranked.standing().rating().deviation(),
                ranked.standing().games()))
        .toList();
  }

  private ExportedCampaign campaign(UserId user) {
    var wins = new ArrayList<ExportedWin>();
    sources
        .campaign()
        .wins(user)
        .forEach((opponent, at) -> wins.add(new ExportedWin(opponent, at)));
    wins.sort(Comparator.comparing(ExportedWin::beatenAt));
    var worn = sources.campaign().worn(user);
    return new ExportedCampaign(wins, worn.title(), worn.cardBack());
  }

  private List<ExportedTournament> tournaments(UserId user) {
    return sources.tournaments().registeredFor(user).stream()
        .map(one ->
            new ExportedTournament(
                one.tournament().tournamentId(),
                one.tournament().name(),
                one.tournament().startsAt(),
                one.entry().deckName()))
        .toList();
  }

  private List<ExportedPuzzle> puzzles(UserId user) {
    return sources.puzzles().of(user, MAX_PUZZLES).stream()
        .map(one -> new ExportedPuzzle(one.day().toString(), one.at()))
        .toList();
  }

  private static ExportedFriend friend(Relations.Friend friend) {
    return new ExportedFriend(
        friend.user().value(),
        friend.name(),
        friend.status().name().toLowerCase(Locale.ROOT),
        friend.since());
  }
}
