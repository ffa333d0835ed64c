package dev.menagerie.server.play;

import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** The bots that sit down when asked, as players. */
public interface HousePlayers {
  /** The user a bot plays as, if there is such a bot. */
  Optional<UserId> user(String bot);

  /** A bot that is there, with a deck. */
  PlayerEntry entry(String bot, Decks.Chosen deck);
}
