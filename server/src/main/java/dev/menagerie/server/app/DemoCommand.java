package dev.menagerie.server.app;

import dev.menagerie.server.demo.Demo;
import dev.menagerie.server.demo.DemoPlayer.DemoFailed;
import dev.menagerie.server.demo.RestClient.CallFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays one whole game from outside and prints it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Two players without hands play one whole game over real Socket.IO, printed as a log.",
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

  @Mixin ContentOptions content = new ContentOptions();

  @Override
  public Integer call() throws InterruptedException, IOException {
    try {
      if (url == null) againstItsOwn();
      else play(url);
      return 0;
    } catch (DemoFailed | CallFailed e) {
      throw CannotRun.failed("the demo failed: " + e.getMessage());
    }
  }

  private void play(String origin) throws InterruptedException {
    var trimmed = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    new Demo(trimmed, rules, seed, System.out).play();
  }

  private void againstItsOwn() throws InterruptedException, IOException {
    var data = Files.createTempDirectory("menagerie-demo");
    var options = new ServeOptions();
    options.port = 0;
    options.dataDir = data;
    options.content = content;
    try (var server = RunningServer.start(options)) {
      play(server.url());
    } finally {
      delete(data);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
