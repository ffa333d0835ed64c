package dev.menagerie.server.play;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** The bots that sit down when asked, as players. */
public interface BotDirectory {
  /** The user a bot plays as, if there is such a bot. */
  Optional<UserId> user(String bot);

  /** A deck of the house's own for these rules, each time another; empty if it has none. */
  Optional<DeckSource.Chosen> deck(RulesConfig rules);

  /** A bot that is there, with a deck. */
  PlayerEntry entry(String bot, DeckSource.Chosen deck);
}
