package dev.menagerie.server.wiring;

import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.chat.Chat;
import dev.menagerie.server.chat.ChatFilter;
import dev.menagerie.server.chat.ChatRoutes;
import dev.menagerie.server.chat.HttpChatFilter;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.server.players.Relations;
import dev.menagerie.server.postgres.PostgresChatLog;
import dev.menagerie.server.settings.ChatOptions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wires the chat. */
final class ChatWiring {
  private ChatWiring() {}

  /** The chat, if the operator turned it on. */
  static Optional<Chat> chat(ChatOptions options, StoreWiring stores, CloseStack closing) {
    if (!options.chat) return Optional.empty();
    var filter =
        options
            .filter()
            .<ChatFilter>map(address -> closing.register(new HttpChatFilter(address)))
            .orElse(ChatFilter.NONE);
    return Optional.of(new Chat(new PostgresChatLog(stores.database()), filter));
  }

  /** What was said stays readable after the chat was turned off. */
  static ChatRoutes routes(StoreWiring stores, Games games, Mutes mutes) {
    return new ChatRoutes(
        new PostgresChatLog(stores.database()),
        (game, user) -> isPlayer(games, stores.archive(), game, user),
        user -> unheard(stores.relations(), mutes, user));
  }

  private static boolean isPlayer(Games games, GameArchive archive, GameId game, UserId user) {
    return games.find(game, user).flatMap(Games.KnownGame::seat).isPresent()
        || archive
            .ended(game)
            .filter(ended -> ended.indexEntry().players().contains(user))
            .isPresent();
  }

  private static Set<UserId> unheard(Relations relations, Mutes mutes, UserId user) {
    return Stream.concat(mutes.mutedBy(user).stream(), relations.blockedBy(user).stream())
        .map(Relations.Known::user)
        .collect(Collectors.toSet());
  }
}
