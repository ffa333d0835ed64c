package dev.menagerie.server.commandline;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a finished game again and compares every step. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a finished game again from its seed and actions and checks the commitment and the",
      "digest of every state. Exit code 1 if anything differs."
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID_or_FILE",
      description = "A replay document, or the id of a public game on a running server")
  String game = "";

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "The server that knows the id. Default: ${DEFAULT-VALUE}")
  String url = "";

  @Mixin ContentOptions content = new ContentOptions();

  @Override
  public Integer call() {
    var document = document();
    var verdict = verdict(document);
    System.out.printf(
        Locale.ROOT,
        "%s: seed %s its commitment, %d of %d digests agree%n",
        document.gameId(),
        verdict.commitmentOk() ? "matches" : "DOES NOT MATCH",
        verdict.digestsChecked(),
        document.actions().size());
    verdict
        .firstDifference()
        .ifPresent(event -> System.out.println("first difference: event " + event));
    return verdict.ok() ? 0 : 1;
  }

  private Replayer.Verdict verdict(ReplayDocument document) {
    try {
      return new Replayer(content.content().sets().catalog()).verify(document);
    } catch (GameUnavailable gone) {
      throw CommandFailure.failed(
          document.gameId() + " cannot be played here: " + gone.getMessage());
    }
  }

  private ReplayDocument document() {
    try {
      var file = Path.of(game);
      if (Files.isRegularFile(file)) {
        return Json.read(Files.readAllBytes(file), ReplayDocument.class);
      }
      return fetched();
    } catch (InvalidJson invalid) {
      throw CommandFailure.badUse("not a replay document: " + invalid.problems().getFirst());
    } catch (IOException e) {
      throw CommandFailure.badUse("cannot read " + game);
    }
  }

  private ReplayDocument fetched() {
    if (!game.matches("[A-Za-z0-9_-]{1,64}")) {
      throw CommandFailure.badUse(game + " is neither a file nor a game's id");
    }
    return ReplayDownload.from(url, game);
  }
}
