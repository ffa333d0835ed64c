package dev.menagerie.server.chat;

import static dev.menagerie.server.http.ProblemKind.GAME_NOT_FOUND;

import dev.menagerie.server.chat.ChatLog.ChatMessage;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What was said in a game, for its players. */
public final class ChatRoutes {
  private final ChatLog log;
  private final BiPredicate<GameId, UserId> isPlayer;
  private final Function<UserId, Set<UserId>> unheard;

  /**
   * @param isPlayer whether a user sits, or sat, in a game
   * @param unheard whom a user has muted or blocked
   */
  public ChatRoutes(
      ChatLog log, BiPredicate<GameId, UserId> isPlayer, Function<UserId, Set<UserId>> unheard) {
    this.log = log;
    this.isPlayer = isPlayer;
    this.unheard = unheard;
  }

  /** A message as players see it. */
  record ChatMessageView(String chatId, String playerId, Instant saidAt, String text) {
    static ChatMessageView of(ChatMessage message) {
      return new ChatMessageView(
          Long.toString(message.id()),
          message.user().value(),
          message.at(),
          message.text().value());
    }
  }

  /** The routes of chat. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/games/{id}/chat", "chat", "What was said in a game of yours")
            .respondsPageOf(ChatMessageView.class)
            .refuses(GAME_NOT_FOUND)
            .by(this::messages));
  }

  private RouteResponse<Page<ChatMessageView>> messages(Call<Void> call) {
    var user = new UserId(call.user().userId());
    var game =
        GameId.parse(call.pathParameter("id"))
            .filter(id -> isPlayer.test(id, user))
            .orElseThrow(HttpRefusal.because(GAME_NOT_FOUND));
    var hidden = unheard.apply(user);
    var items =
        log.of(game).stream()
            .filter(message -> !hidden.contains(message.user()))
            .map(ChatMessageView::of)
            .toList();
    return RouteResponse.of(Page.whole(items));
  }
}
