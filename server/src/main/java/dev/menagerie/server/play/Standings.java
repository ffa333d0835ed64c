package dev.menagerie.server.play;

import dev.menagerie.server.game.Listing;
import dev.menagerie.server.game.Standing;
import java.util.Locale;

/** What lists of games are searched by. */
final class Standings {
  private Standings() {}

  static Standing of(GameHeader header, Moment moment) {
    return new Standing(
        moment.status(),
        header.type().name().toLowerCase(Locale.ROOT),
        moment.players().stream().map(PlayerEntry::user).toList(),
        header.audience(),
        listing(header.invitation()),
        moment.turnNumber(),
        GameSummary.text(header, moment));
  }

  private static Listing listing(Invitation invitation) {
    return invitation instanceof Invitation.Open open ? open.listing() : Listing.UNLISTED;
  }
}
