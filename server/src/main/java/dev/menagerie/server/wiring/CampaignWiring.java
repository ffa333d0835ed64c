package dev.menagerie.server.wiring;

import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.house.InvalidRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.campaign.CampaignProgress;
import dev.menagerie.server.campaign.CampaignRoutes;
import dev.menagerie.server.campaign.WonCards;
import dev.menagerie.server.campaign.WornRewardRoutes;
import dev.menagerie.server.decks.CardCollection;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.postgres.PostgresCampaign;
import dev.menagerie.server.rest.NewGameReader;
import dev.menagerie.server.rest.RefusalProblems;
import dev.menagerie.server.settings.ContentOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The campaign, wired. */
record CampaignWiring(
    CampaignProgress progress,
    Campaign campaign,
    boolean collections,
    CardLibrary library,
    HouseRules presets) {
  static CampaignWiring of(
      StoreWiring stores, ContentOptions content, CardLibrary library, HouseRules presets) {
    var whole = content.campaign(library, presets);
    return new CampaignWiring(
        new PostgresCampaign(stores.database()),
        content.collections ? whole : whole.withoutCards(),
        content.collections,
        library,
        presets);
  }

  /** The cards that users have. */
  CardCollection collection() {
    return collections
        ? new WonCards(campaign, progress, library::decks, library::current)
        : CardCollection.UNLIMITED;
  }

  List<Route<?, ?>> routes(MatchGames games, RateLimit limit) {
    var all =
        new ArrayList<>(
            new CampaignRoutes(
                    campaign,
                    progress,
                    games,
                    library::decks,
                    this::rules,
                    RefusalProblems::of,
                    limit)
                .routes());
    all.addAll(new WornRewardRoutes(campaign, progress).routes());
    return all;
  }

  /** A preset with time to think. */
  private Optional<RulesConfig> rules(String preset) {
    try {
      var timer = Map.of("turn_ms", NewGameReader.CAMPAIGN_TURN_MS);
      return Optional.of(presets.read(Json.toTree(Map.of("preset", preset, "timer", timer))));
    } catch (InvalidRules gone) {
      return Optional.empty();
    }
  }
}
