package dev.menagerie.clients;

import dev.menagerie.clients.demo.Demo;
import dev.menagerie.clients.demo.DemoPlayer.DemoFailed;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays one whole game from outside and prints it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Two random players play one whole game over real Socket.IO, printed as a log.",
      "Against a running server (--url), or against one of its own that is gone afterwards."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "A running server, such as http://127.0.0.1:8080. Default: one of its own")
  @Nullable String url;

  @Option(
      names = "--rules",
      defaultValue = "standard",
      description = "The preset to play. Default: ${DEFAULT-VALUE}")
  String rules = "standard";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What the players' choices come from. Default: ${DEFAULT-VALUE}")
  long seed;

  @Option(
      names = "--cards",
      paramLabel = "DIR",
      split = ",",
      description = "Card sets of your own, for a server of its own")
  List<Path> cards = List.of();

  @Option(
      names = "--decks",
      paramLabel = "DIR",
      split = ",",
      description = "Decks of your own, for a server of its own; the players take the last of them")
  List<Path> decks = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    try {
      if (url == null) againstItsOwn();
      else play(url);
      return 0;
    } catch (DemoFailed | CallFailed e) {
      throw CommandFailure.failed("the demo failed: " + e.getMessage());
    }
  }

  private void play(String origin) throws InterruptedException {
    var trimmed = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    new Demo(trimmed, rules, !decks.isEmpty(), seed, System.out).play();
  }

  private void againstItsOwn() throws InterruptedException, IOException {
    var launcher = System.getenv("MENAGERIE_LAUNCHER");
    if (launcher == null) {
      throw CommandFailure.badUse("--url is needed when the demo is not run by ./menagerie");
    }
    var options = new ArrayList<String>();
    cards.forEach(folder -> options.addAll(List.of("--cards", folder.toString())));
    decks.forEach(folder -> options.addAll(List.of("--decks", folder.toString())));
    try (var server = OwnServer.start(Path.of(launcher), options)) {
      play(server.url());
    }
  }
}
