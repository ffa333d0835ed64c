package dev.menagerie.server.catalog;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.http.Document;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The calls under {@code /cards} and {@code /rules}. Every response is encoded once: at the start,
 * and when the cards are replaced.
 */
public final class CatalogRoutes {
  private final Document allRules;
  private final Map<String, Document> rules = new HashMap<>();
  private volatile Cards cards;

  /** The responses about cards. */
  private record Cards(Document all, Map<String, Document> bySet, Map<String, Document> byId) {
    static Cards of(CardSets catalog) {
      var all = new ArrayList<CardView>();
      var bySet = new HashMap<String, Document>();
      var byId = new HashMap<String, Document>();
      for (var set : catalog.sets()) {
        String id = set.set().id();
        var views = set.cards().stream().map(card -> CardView.of(card, set)).toList();
        bySet.put(id, Document.forAll(Page.whole(views)));
        views.forEach(view -> byId.put(view.id(), Document.forAll(view)));
        all.addAll(views);
      }
      return new Cards(Document.forAll(Page.whole(all)), Map.copyOf(bySet), Map.copyOf(byId));
    }
  }

  /** Encodes every response. */
  public CatalogRoutes(CardSets catalog, HouseRules presets) {
    cards = Cards.of(catalog);
    allRules = Document.forAll(Page.whole(presets.all()));
    for (var preset : presets.all()) {
      rules.put(preset.preset(), Document.forAll(RulesJson.describe(preset)));
    }
  }

  /** Replaces the cards; requests from now on get the new ones. */
  public void replaceCards(CardSets catalog) {
    cards = Cards.of(catalog);
  }

  /** The calls. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.get("/cards", "cards", "Every card, or those of a set")
            .forAnyone()
            .cacheable()
            .query("set", "the id of a card set")
            .respondsPageOf(CardView.class)
            .refuses(ProblemKind.NOT_FOUND)
            .by(call -> found(cards(call.query("set")))),
        Route.get("/cards/{id}", "card", "One card")
            .forAnyone()
            .cacheable()
            .responds(200, CardView.class)
            .refuses(ProblemKind.NOT_FOUND)
            .by(call -> found(Optional.ofNullable(cards.byId().get(call.pathParameter("id"))))),
        Route.get("/rules", "rules", "The presets of house rules")
            .forAnyone()
            .cacheable()
            .respondsPageOf(RulesConfig.class)
            .by(_ -> RouteResponse.written(allRules)),
        Route.get("/rules/{name}", "preset", "Every field of a preset with its default and bounds")
            .forAnyone()
            .cacheable()
            .responds(200, JsonNode.class)
            .refuses(ProblemKind.NOT_FOUND)
            .by(call -> found(Optional.ofNullable(rules.get(call.pathParameter("name"))))));
  }

  private Optional<Document> cards(Optional<String> set) {
    var now = cards;
    return set.isEmpty() ? Optional.of(now.all()) : set.map(now.bySet()::get);
  }

  private static <R> RouteResponse<R> found(Optional<Document> document) {
    return RouteResponse.written(document.orElseThrow(HttpRefusal.because(ProblemKind.NOT_FOUND)));
  }
}
