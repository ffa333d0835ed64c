package dev.menagerie.server.wiring;

import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.cards.library.Reload;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.server.http.ManagementServer;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads cards and decks again when the operator asks: by SIGHUP, or by {@code POST /cards/reload}
 * on the management port. Files with problems change nothing.
 */
final class CardReloads {
  private static final Logger LOG = LoggerFactory.getLogger(CardReloads.class);

  /** Upper bound of the problems in one log line; {@code cards check} prints all of them. */
  private static final int MAX_LOGGED = 20;

  private final CardLibrary library;

  CardReloads(CardLibrary library) {
    this.library = library;
  }

  /** Makes SIGHUP reload the cards, on systems that have this signal. */
  void onHangUp() {
    if (!HangUpSignal.handle(this::reload)) {
      LOG.info("no SIGHUP here; POST /cards/reload on the management port reads cards again");
    }
  }

  /** The response to the operator's call. */
  ManagementServer.Response reload() {
    try {
      Reload reload = library.reload();
      LOG.info("cards and decks were read again: {}", reload);
      return ManagementServer.Response.json(200, reload);
    } catch (InvalidFiles invalid) {
      List<FileProblem> problems = invalid.problems();
      LOG.error(
          "cards and decks stay as they are: {} problems: {}",
          problems.size(),
          problems.stream().limit(MAX_LOGGED).map(FileProblem::toString).toList());
      return ManagementServer.Response.json(422, Map.of("problems", problems));
    } catch (RuntimeException fault) { // a signal's thread must not end in silence
      LOG.error("cards and decks stay as they are", fault);
      return ManagementServer.Response.error(500, "see the server's log");
    }
  }
}
