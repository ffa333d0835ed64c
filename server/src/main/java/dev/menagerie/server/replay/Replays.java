package dev.menagerie.server.replay;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.play.EndingCodes;
import dev.menagerie.server.play.GameSummary;
import dev.menagerie.server.play.PlayedCards;
import dev.menagerie.server.play.StoredGameReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes replay documents of archived games. */
public final class Replays {
  private Replays() {}

  /** The document of a finished game; empty if it was never played. */
  public static Optional<ReplayDocument> ofPlayed(FinishedGame finished) {
    return EndingCodes.isUnplayed(finished.ending().reason())
        ? Optional.empty()
        : Optional.of(of(finished));
  }

  /** The document of a finished game that was played; a game without a second player has none. */
  public static ReplayDocument of(FinishedGame finished) {
    return StoredGameReader.known(() -> document(finished));
  }

  private static ReplayDocument document(FinishedGame finished) {
    var chronicle = finished.chronicle();
    return new ReplayDocument(
        finished.game().value(),
        StoredGameReader.rules(chronicle.rules()),
        GameSummary.read(finished.indexEntry().summary()).players().stream()
            .map(p -> new ReplayDocument.Player(p.playerId().value(), p.name(), p.seat()))
            .toList(),
        Json.bindList(tree(chronicle.decks()), DeckList.class),
        chronicle.seed(),
        Seed.ofHex(chronicle.seed()).commitment(),
        Json.bindList(tree(chronicle.actions()), ReplayDocument.Step.class),
        Json.bindList(tree(chronicle.digests()), String.class),
        Json.read(chronicle.result(), ReplayDocument.Result.class),
        chronicle.engineVersion(),
        chronicle.cardsVersion(),
        PlayedCards.of(finished));
  }

  private static tools.jackson.databind.JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }
}
