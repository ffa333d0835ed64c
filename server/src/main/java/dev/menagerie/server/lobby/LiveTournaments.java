package dev.menagerie.server.lobby;

import dev.menagerie.protocol.LobbyMessage.TournamentEntry;
import java.util.List;

/** Tournaments that the lobby shows. */
@FunctionalInterface
public interface LiveTournaments {
  /**
   * Tournaments that are not over, and those that have just ended; bounded. Waits for the store and
   * throws {@code StoreUnavailable}.
   */
  List<TournamentEntry> current();
}
