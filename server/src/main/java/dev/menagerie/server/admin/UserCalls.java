package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.done;
import static dev.menagerie.server.admin.AdminCalls.number;
import static dev.menagerie.server.admin.AdminCalls.userId;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.admin.AdminCalls.Items;
import dev.menagerie.server.auth.Ban;
import dev.menagerie.server.auth.Bans;
import dev.menagerie.server.auth.SignIns;
import dev.menagerie.server.decks.DeckName;
import dev.menagerie.server.decks.DeckRefused;
import dev.menagerie.server.decks.PlayerDecks;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators look up about users, and do to them. */
public record UserCalls(UserSearch search, SignIns signIns, Bans bans, PlayerDecks decks) {
  static final int MAX_REASON = 200;

  /** Upper bound on a ban with an end: ten years. */
  static final long MAX_HOURS = 87_600;

  private record BanView(
      String userId, Optional<Instant> until, String reason, String operator, Instant since) {
    static BanView of(Ban ban) {
      return new BanView(
          ban.user().value(), ban.until(), ban.reason(), ban.operator(), ban.since());
    }
  }

  /** A deck as the export of a user has it, without its id: it gets another one here. */
  private record ExportedDeck(
      DeckName name,
      String rules,
      List<DeckList.Entry> cards,
      List<DeckList.Entry> energyCards,
      List<EnergyType> energyTypes) {}

  private record ImportedDeck(String id, String name) {}

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.look("/admin/users", this::find);
    calls.look("/admin/users/{id}", this::user);
    calls.look("/admin/users/{id}/sessions", call -> Items.of(signIns.sessionsOf(userId(call))));
    calls.look("/admin/sessions/{id}", this::userOfSession);
    calls.look("/admin/bans", _ -> Items.of(bans.all().stream().map(BanView::of).toList()));
    calls.act("/admin/users/{id}/sign-out", "sign-out", this::signOut);
    calls.act("/admin/users/{id}/ban", "ban", this::ban);
    calls.act("/admin/users/{id}/unban", "unban", this::unban);
    calls.act("/admin/users/{id}/decks", "import-deck", this::importDeck);
  }

  private Response find(Call call) {
    var beginning = call.query().getOrDefault("name", "").strip();
    return beginning.isEmpty()
        ? Response.error(422, "name is the beginning of a name")
        : Items.of(search.named(beginning));
  }

  private Response user(Call call) {
    return search
        .user(userId(call))
        .map(user -> Response.json(200, user))
        .orElseGet(UserCalls::noSuchUser);
  }

  /** By a session's id, as it stands in the log, in an access token and among a user's sessions. */
  private Response userOfSession(Call call) {
    return signIns
        .userOf(call.parameter("id"))
        .flatMap(user -> search.user(user.id()))
        .map(user -> Response.json(200, user))
        .orElseGet(() -> Response.error(404, "there is no such session, or it has ended"));
  }

  private Response importDeck(Call call) {
    var user = userId(call);
    if (search.user(user).isEmpty()) return noSuchUser();
    ExportedDeck deck;
    try {
      deck = Json.bind(Json.tree(call.body(), Limits.DOCUMENT), ExportedDeck.class);
    } catch (InvalidJson invalid) {
      return Response.error(422, String.valueOf(invalid.getMessage()));
    }
    var list = new DeckList(deck.cards(), deck.energyCards(), deck.energyTypes());
    return switch (decks.create(user, deck.name(), deck.rules(), list)) {
      case PlayerDecks.Outcome.Kept(var kept) ->
          Response.json(201, new ImportedDeck(kept.id().value(), deck.name().value()));
      case PlayerDecks.Outcome.Refused(DeckRefused.Invalid(var problems)) ->
          Response.error(
              409,
              problems.stream()
                  .map(problem -> problem.path() + " " + problem.message())
                  .collect(Collectors.joining("; ")));
      case PlayerDecks.Outcome.Refused(DeckRefused.TooMany(var most)) ->
          Response.error(409, "a user has at most " + most + " decks");
      case PlayerDecks.Outcome.Refused(DeckRefused.NotFound _) -> noSuchUser();
      case PlayerDecks.Outcome.Refused(DeckRefused.Starter _) -> noSuchUser();
    };
  }

  private Response signOut(Call call) {
    signIns.logout(userId(call), "", SignIns.Scope.ALL_SESSIONS);
    return done();
  }

  private Response ban(Call call) {
    var reason = call.query().getOrDefault("reason", "");
    if (reason.length() > MAX_REASON) {
      return Response.error(422, "a reason has " + MAX_REASON + " characters at most");
    }
    long hours = number(call, "hours", 0);
    if (call.query().containsKey("hours") && (hours < 1 || hours > MAX_HOURS)) {
      return Response.error(422, "hours are from 1 to " + MAX_HOURS + "; without, it is for good");
    }
    return bans.ban(userId(call), length(hours), reason, call.operator().name())
        .map(ban -> Response.json(200, BanView.of(ban)))
        .orElseGet(UserCalls::noSuchUser);
  }

  /** A length in hours; 0: for good. */
  static Optional<Duration> length(long hours) {
    return hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
  }

  private Response unban(Call call) {
    return bans.lift(userId(call)) ? done() : Response.error(409, "the user is not banned");
  }

  private static Response noSuchUser() {
    return Response.error(404, "there is no such user");
  }
}
