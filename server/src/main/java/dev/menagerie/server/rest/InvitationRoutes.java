package dev.menagerie.server.rest;

import static dev.menagerie.server.http.ProblemKind.GAME_FULL;
import static dev.menagerie.server.http.ProblemKind.GAME_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.GAME_OVER;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.rest.GameViews.InvitationView;
import java.util.List;
import java.util.Optional;

/**
 * Invitations over REST: listed and declined. They are accepted by joining the game, or by asking
 * for the same rematch, and withdrawn by deleting the game.
 */
public final class InvitationRoutes {
  private static final int PAGE = 50;

  private final Lobby lobby;
  private final Games games;
  private final WaitingGames waiting;
  private final BlockedGames hidden;

  /**
   * @param hidden users that keep each other away
   */
  public InvitationRoutes(Lobby lobby, Games games, WaitingGames waiting, BlockedGames hidden) {
    this.lobby = lobby;
    this.games = games;
    this.waiting = waiting;
    this.hidden = hidden;
  }

  /** The routes of invitations. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/games/me/invitations", "myInvitations", "Games that you are invited to")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(InvitationView.class)
            .by(this::list),
        Route.post("/games/{id}/decline", "declineGame", "Decline an invitation or a rematch")
            .refuses(GAME_NOT_FOUND, GAME_FULL, GAME_OVER)
            .by(this::decline));
  }

  private RouteResponse<Page<InvitationView>> list(Call<Void> call) {
    var user = GameRoutes.userId(call.user());
    var page = GameRoutes.paged(() -> waiting.invitationsOf(user, call.query("cursor"), PAGE));
    var items =
        hidden.without(page.items(), WaitingGame::indexEntry, user).stream()
            .map(game -> invitation(game.game(), user))
            .flatMap(Optional::stream)
            .toList();
    return RouteResponse.of(new Page<>(items, page.next()));
  }

  /** A game that cannot be loaded here cannot be joined here. */
  private Optional<InvitationView> invitation(GameId game, UserId user) {
    try {
      return games.find(game, user).flatMap(found -> GameViews.invitation(found.game()));
    } catch (GameUnavailable told) {
      return Optional.empty();
    }
  }

  private RouteResponse<Void> decline(Call<Void> call) {
    lobby
        .decline(GameRoutes.id(call), GameRoutes.userId(call.user()))
        .ifPresent(refusal -> {
          throw RefusalProblems.of(refusal);
        });
    return RouteResponse.nothing();
  }
}
