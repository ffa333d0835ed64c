package dev.menagerie.server.campaign;

import static dev.menagerie.server.http.ProblemKind.BUSY;
import static dev.menagerie.server.http.ProblemKind.DECK_INVALID;
import static dev.menagerie.server.http.ProblemKind.DECK_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.LOCKED;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.UNAVAILABLE;

import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.campaign.Campaign.PlayedDeck;
import dev.menagerie.cards.campaign.HouseOpponent;
import dev.menagerie.cards.campaign.HouseOpponent.Reward;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.play.MatchGames.Entry;
import dev.menagerie.server.play.PlayerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /campaign}: the ladder of house opponents, and playing against them. */
public final class CampaignRoutes {
  private final Campaign campaign;
  private final CampaignProgress progress;
  private final MatchGames games;
  private final Supplier<StarterDecks> decks;
  private final Function<String, Optional<RulesConfig>> rules;
  private final Function<Refusal, HttpRefusal> refusals;
  private final RateLimit limit;

  /**
   * @param decks the starter decks as they are now
   * @param rules the rules of a campaign's game, by preset
   * @param refusals the problem document of a refusal of the game service
   * @param limit how many games one user may start
   */
  public CampaignRoutes(
      Campaign campaign,
      CampaignProgress progress,
      MatchGames games,
      Supplier<StarterDecks> decks,
      Function<String, Optional<RulesConfig>> rules,
      Function<Refusal, HttpRefusal> refusals,
      RateLimit limit) {
    this.campaign = campaign;
    this.progress = progress;
    this.games = games;
    this.decks = decks;
    this.rules = rules;
    this.refusals = refusals;
    this.limit = limit;
  }

  /** Whether a user may play an opponent. */
  public enum OpponentStatus {
    /** The one before is yet to be beaten. */
    LOCKED,
    OPEN,
    BEATEN
  }

  /**
   * An opponent as a user sees it.
   *
   * @param deckName absent: the deck is not there any more, and the opponent cannot be played
   * @param beatenAt the first win
   */
  public record OpponentView(
      String id,
      String name,
      String about,
      String rules,
      String bot,
      Optional<String> deckName,
      List<Reward> rewards,
      OpponentStatus status,
      Optional<Instant> beatenAt) {}

  /**
   * The campaign as a user sees it.
   *
   * @param rewards what the user has won
   */
  public record CampaignView(List<OpponentView> opponents, List<Reward> rewards) {}

  /** The body of {@code POST /campaign/{id}/games}. */
  public record CampaignDeck(String deckId) {}

  /** A game against an opponent of the campaign. */
  public record CampaignGame(String gameId) {}

  /** The routes of the campaign. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/campaign", "campaign", "House opponents, and how far you have come")
            .responds(200, CampaignView.class)
            .by(call -> RouteResponse.of(view(user(call)))),
        Route.post("/campaign/{id}/games", "playCampaign", "Play against a house opponent")
            .takes(CampaignDeck.class)
            .responds(201, CampaignGame.class)
            .refuses(
                NOT_FOUND, LOCKED, DECK_NOT_FOUND, DECK_INVALID, LIMIT_REACHED, BUSY, UNAVAILABLE)
            .limitedTo(limit)
            .repeatable()
            .refusedWhileStopping()
            .by(this::play));
  }

  private CampaignView view(UserId user) {
    var wins = progress.wins(user);
    var opponents =
        campaign.opponents().stream()
            .map(opponent ->
                new OpponentView(
                    opponent.id(),
                    opponent.name(),
                    opponent.about(),
                    opponent.rules(),
                    opponent.bot(),
                    Campaign.deckOf(opponent, decks.get()).map(PlayedDeck::name),
                    opponent.rewards(),
                    status(opponent, wins),
                    Optional.ofNullable(wins.get(opponent.id()))))
            .toList();
    return new CampaignView(opponents, campaign.rewardsFor(wins.keySet()));
  }

  private OpponentStatus status(HouseOpponent opponent, Map<String, Instant> wins) {
    if (wins.containsKey(opponent.id())) return OpponentStatus.BEATEN;
    boolean isOpen =
        campaign.before(opponent).map(before -> wins.containsKey(before.id())).orElse(true);
    return isOpen ? OpponentStatus.OPEN : OpponentStatus.LOCKED;
  }

  private RouteResponse<CampaignGame> play(Call<CampaignDeck> call) {
    var opponent =
        campaign.find(call.pathParameter("id")).orElseThrow(HttpRefusal.because(NOT_FOUND));
    var user = user(call);
    if (status(opponent, progress.wins(user)) == OpponentStatus.LOCKED) {
      throw HttpRefusal.of(LOCKED);
    }
    var config = rules.apply(opponent.rules());
    var deck = Campaign.deckOf(opponent, decks.get());
    if (config.isEmpty() || deck.isEmpty()) {
      throw HttpRefusal.of(UNAVAILABLE, "This opponent's deck is not there any more");
    }
    var person = new Person(user, call.user().name());
    return switch (games.entry(person, call.body().deckId(), config.get())) {
      case Entry.Refused refused -> throw refusals.apply(refused.refusal());
      case Entry.LimitReached reached ->
          throw HttpRefusal.of(LIMIT_REACHED, "You have too many unfinished games")
              .with(Map.of("most", reached.most()));
      case Entry.Ready ready ->
          RouteResponse.of(started(opponent, deck.get(), config.get(), ready.player()));
    };
  }

  private CampaignGame started(
      HouseOpponent opponent, PlayedDeck deck, RulesConfig config, PlayerEntry player) {
    var header = games.plan(config, GameType.CAMPAIGN, player);
    var second =
        new PlayerEntry(
            games.bot(opponent.bot()).orElseThrow(),
            opponent.name(),
            deck.name(),
            deck.list(),
            Optional.of(opponent.bot()));
    progress.begins(player.user(), opponent.id(), header.game());
    games.start(header, second);
    return new CampaignGame(header.game().value());
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }
}
