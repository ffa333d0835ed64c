package dev.menagerie.server.chat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** The house's own judge of what may be said. Any thread; may wait. */
@FunctionalInterface
public interface ChatFilter {
  /** Lets everything pass. */
  ChatFilter NONE = draft -> Optional.of(draft.text());

  /**
   * What a player wants to say.
   *
   * @param name the player's
   */
  record ChatDraft(GameId game, UserId user, String name, ChatText text) {
    @Override
    public String toString() {
      return "ChatDraft[" + game + ", " + user + "]";
    }
  }

  /**
   * What is said instead, often the same; empty: nothing.
   *
   * @throws ChatFilterUnavailable if the filter cannot be asked
   */
  Optional<ChatText> judge(ChatDraft draft) throws ChatFilterUnavailable;
}
