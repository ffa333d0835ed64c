package dev.menagerie.server.players;

import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;

import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.time.Instant;
import java.util.List;

/** Finding other users over REST. */
public final class PlayerRoutes {
  /** Typing a name asks a few times; reading out all names would ask much more often. */
  private static final RateLimit SEARCHES = RateLimit.perMinute("searches for users", 30);

  private static final int MIN_PREFIX = 2;

  private final PlayerSearch players;

  public PlayerRoutes(PlayerSearch players) {
    this.players = players;
  }

  /** A user who was found. */
  public record FoundUser(String userId, String name) {}

  /**
   * A recent opponent of the caller.
   *
   * @param games how many of the caller's last games were against that user
   */
  public record OpponentView(String userId, String name, int games, Instant lastPlayedAt) {}

  /**
   * What others may learn of a user.
   *
   * @param findableByName whether others find the user by name
   */
  public record Privacy(boolean findableByName) {}

  /** The routes of finding users. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/users", "findUsers", "Registered users whose names begin so")
            .query("name", "the beginning of the name, 2 characters at least")
            .respondsPageOf(FoundUser.class)
            .limitedTo(SEARCHES)
            .by(this::find),
        Route.get("/users/me/opponents", "myOpponents", "Whom you have played lately")
            .respondsPageOf(OpponentView.class)
            .by(this::opponents),
        Route.get("/users/me/privacy", "myPrivacy", "What others may learn of you")
            .responds(200, Privacy.class)
            .by(call -> RouteResponse.of(new Privacy(players.isFindable(user(call))))),
        Route.put("/users/me/privacy", "changePrivacy", "Change what others may learn of you")
            .takes(Privacy.class)
            .responds(200, Privacy.class)
            .by(call -> {
              players.setFindable(user(call), call.body().findableByName());
              return RouteResponse.of(call.body());
            }));
  }

  private RouteResponse<Page<FoundUser>> find(Call<Void> call) {
    var prefix =
        call.query("name")
            .flatMap(PlayerName::keyOf)
            .filter(key -> key.codePointCount(0, key.length()) >= MIN_PREFIX)
            .orElseThrow(
                () -> HttpRefusal.of(INVALID_MESSAGE, "name must have 2 characters at least"));
    var items =
        players.find(user(call), prefix).stream()
            .map(found -> new FoundUser(found.user().value(), found.name()))
            .toList();
    return RouteResponse.of(Page.whole(items));
  }

  private RouteResponse<Page<OpponentView>> opponents(Call<Void> call) {
    var items =
        players.opponentsOf(user(call)).stream()
            .map(one ->
                new OpponentView(one.user().value(), one.name(), one.games(), one.lastPlayedAt()))
            .toList();
    return RouteResponse.of(Page.whole(items));
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }
}
