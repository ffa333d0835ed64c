package dev.menagerie.server.play;

import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.LobbyListing;
import java.util.Locale;

/** Builds the index entry of a game, which lists search by. */
final class IndexEntries {
  private IndexEntries() {}

  static GameIndexEntry of(GameHeader header, Moment moment) {
    return new GameIndexEntry(
        moment.status(),
        header.type().name().toLowerCase(Locale.ROOT),
        moment.players().stream().map(PlayerEntry::user).toList(),
        header.audience(),
        listing(header.invitation()),
        moment.turnNumber(),
        GameSummary.text(header, moment));
  }

  private static LobbyListing listing(Invitation invitation) {
    return invitation instanceof Invitation.Open open ? open.listing() : LobbyListing.UNLISTED;
  }
}
