package dev.menagerie.server.wiring;

import dev.menagerie.bots.BotKind;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.util.Arrays;
import java.util.List;

/** The bots one can play against. */
final class BotRoutes {
  private BotRoutes() {}

  /** A bot, as it presents itself. */
  public record BotView(String bot, String name, int level, String description) {}

  static List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/bots", "bots", "Bots to play against, the easiest first")
            .forAnyone()
            .cacheable()
            .respondsPageOf(BotView.class)
            .by(_ ->
                RouteResponse.of(
                    Page.whole(
                        Arrays.stream(BotKind.values())
                            .map(b -> new BotView(b.id(), b.title(), b.level(), b.about()))
                            .toList()))));
  }
}
