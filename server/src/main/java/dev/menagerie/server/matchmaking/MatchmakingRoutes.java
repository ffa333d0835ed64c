package dev.menagerie.server.matchmaking;

import static dev.menagerie.server.http.ProblemKind.BUSY;
import static dev.menagerie.server.http.ProblemKind.DECK_INVALID;
import static dev.menagerie.server.http.ProblemKind.DECK_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.IN_PROGRESS;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.RATE_LIMITED;
import static dev.menagerie.server.http.ProblemKind.UNAVAILABLE;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.play.MatchGames.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Queueing for an opponent over REST. */
public final class MatchmakingRoutes {
  private final Tickets tickets;
  private final MatchGames games;
  private final Function<String, Optional<RulesConfig>> presets;
  private final Function<Refusal, HttpRefusal> refusals;
  private final ToDoubleBiFunction<UserId, String> ratings;
  private final RateLimit limit;
  private final InstantSource clock;

  /**
   * @param refusals the problem document of a refusal of the game service
   * @param ratings a user's rating in a preset
   * @param limit how often one user may queue
   */
  public MatchmakingRoutes(
      Tickets tickets,
      MatchGames games,
      Function<String, Optional<RulesConfig>> presets,
      Function<Refusal, HttpRefusal> refusals,
      ToDoubleBiFunction<UserId, String> ratings,
      RateLimit limit,
      InstantSource clock) {
    this.tickets = tickets;
    this.games = games;
    this.presets = presets;
    this.refusals = refusals;
    this.ratings = ratings;
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * The body of {@code POST /matchmaking}.
   *
   * @param gameType {@code casual} (default) or {@code ranked}
   * @param botAfterMs when the house may take the other seat of a casual game; absent: never
   */
  public record NewTicket(
      String deckId, String preset, Optional<GameType> gameType, Optional<BotAfterMs> botAfterMs) {}

  /** A wait in milliseconds. */
  public record BotAfterMs(int value) {
    private static final int MAX = 600_000;

    public BotAfterMs {
      if (value < 0 || value > MAX) throw new IllegalArgumentException("must be from 0 to " + MAX);
    }
  }

  /**
   * The state of a user's ticket.
   *
   * @param status {@code waiting} or {@code matched}
   * @param since when it was put into the queue; while it waits
   * @param estimatedWaitMs how long others have waited lately; while it waits
   * @param gameId the game to play; once it is matched
   */
  public record TicketView(
      String status,
      String preset,
      String gameType,
      Optional<Instant> since,
      Optional<Long> estimatedWaitMs,
      Optional<String> gameId) {}

  /** The routes of matchmaking. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post("/matchmaking", "queue", "Queue for an opponent, in place of another queue")
            .takes(NewTicket.class)
            .responds(200, TicketView.class)
            .refuses(DECK_NOT_FOUND, DECK_INVALID, LIMIT_REACHED, RATE_LIMITED, BUSY, UNAVAILABLE)
            .limitedTo(limit)
            .refusedWhileStopping()
            .by(this::queue),
        Route.get("/matchmaking", "myTicket", "Where your ticket stands; a sign of life")
            .responds(200, TicketView.class)
            .refuses(NOT_FOUND)
            .by(call ->
                tickets
                    .of(user(call))
                    .map(this::view)
                    .map(RouteResponse::of)
                    .orElseThrow(HttpRefusal.because(NOT_FOUND))),
        Route.delete("/matchmaking", "leaveQueue", "Stop waiting")
            .refuses(IN_PROGRESS)
            .by(call -> {
              if (!tickets.drop(user(call))) throw HttpRefusal.of(IN_PROGRESS);
              return RouteResponse.nothing();
            }));
  }

  private RouteResponse<TicketView> queue(Call<NewTicket> call) {
    var body = call.body();
    var rules = presets.apply(body.preset());
    if (rules.isEmpty()) throw invalid("$.preset", "is no preset's name");
    var queue = new Queue(body.preset(), type(body));
    var person = new Person(user(call), call.user().name());
    return switch (games.entry(person, body.deckId(), rules.get())) {
      case Entry.Refused refused -> throw refusals.apply(refused.refusal());
      case Entry.LimitReached reached ->
          throw HttpRefusal.of(LIMIT_REACHED, "You have too many unfinished games")
              .with(Map.of("most", reached.most()));
      case Entry.Ready ready -> {
        var now = clock.instant();
        var ticket =
            new Ticket(
                queue,
                ratings.applyAsDouble(person.id(), body.preset()),
                ready.player(),
                tickets.lastOpponent(person.id()),
                body.botAfterMs().map(wait -> now.plusMillis(wait.value())),
                now);
        yield RouteResponse.of(view(tickets.put(ticket)));
      }
    };
  }

  private static GameType type(NewTicket body) {
    var type = body.gameType().orElse(GameType.CASUAL);
    if (type == GameType.CAMPAIGN) throw invalid("$.game_type", "must be casual or ranked");
    if (type == GameType.RANKED && body.botAfterMs().isPresent()) {
      throw invalid("$.bot_after_ms", "is for casual games");
    }
    return type;
  }

  private TicketView view(Tickets.State state) {
    var queue = state.queue();
    var type = Json.toTree(queue.type()).asString();
    return switch (state) {
      case Tickets.State.Waiting waiting ->
          new TicketView(
              "waiting",
              queue.preset(),
              type,
              Optional.of(waiting.since()),
              tickets.estimate(queue).map(Duration::toMillis),
              Optional.empty());
      case Tickets.State.Matched matched ->
          new TicketView(
              "matched",
              queue.preset(),
              type,
              Optional.empty(),
              Optional.empty(),
              Optional.of(matched.game().value()));
    };
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }

  private static HttpRefusal invalid(String path, String message) {
    return HttpRefusal.of(
        INVALID_MESSAGE, path + " " + message, List.of(new JsonProblem(path, message)));
  }
}
