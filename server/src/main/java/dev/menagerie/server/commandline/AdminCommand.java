package dev.menagerie.server.commandline;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ManagementOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at a running server and acts on it, over its management address. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at a running server and acts on it, over its management address. One of:",
      "  games [player=ID] [status=waiting|setup|active|finished]",
      "  game ID            what it is now",
      "  timeline ID [after=VERSION]",
      "                     every commit: who asked for what, when",
      "  end ID [loser=0|1] cancels a waiting game; of a running one that seat resigns",
      "  sessions USER      where a user is signed in",
      "  sign-out USER      ends all of a user's sessions and closes their sockets",
      "  ready on|off       off: /health/ready answers 503, load balancers look away",
      "  new-games on|off   off: calls that start a game are refused as busy",
      "  log                levels of the log",
      "  log LOGGER LEVEL   sets one, until the server ends"
    })
final class AdminCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:9090",
      description = "The server's management address. Default: ${DEFAULT-VALUE}")
  URI url = URI.create("http://127.0.0.1:9090");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file of mode 600 with your token. Default: secrets/management of --data-dir")
  @Nullable Path tokenFile;

  @Option(
      names = "--data-dir",
      defaultValue = "./data",
      description = "The data directory of a server on this machine. Default: ${DEFAULT-VALUE}")
  Path dataDir = Path.of("data");

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "What to do, as above")
  List<String> words = List.of();

  @Spec CommandSpec spec = CommandSpec.create();

  private record Wanted(String method, String path) {}

  @Override
  public Integer call() throws InterruptedException {
    var wanted = wanted();
    var request =
        HttpRequest.newBuilder(url.resolve(wanted.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .method(wanted.method(), HttpRequest.BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      var body = Json.tree(answer.body(), Limits.DOCUMENT);
      if (answer.statusCode() != 200) {
        throw CommandFailure.failed(body.path("error").asString("status " + answer.statusCode()));
      }
      spec.commandLine().getOut().println(Json.pretty(body));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException e) {
      throw CommandFailure.failed(
          "no server answers at " + url + "; start one with --management-port");
    }
  }

  private Wanted wanted() {
    return switch (words.getFirst()) {
      case "games" -> new Wanted("GET", "/admin/games" + query(1));
      case "game" -> new Wanted("GET", "/admin/games/" + word(1));
      case "timeline" -> new Wanted("GET", "/admin/games/" + word(1) + "/timeline" + query(2));
      case "end" -> new Wanted("POST", "/admin/games/" + word(1) + "/end" + query(2));
      case "sessions" -> new Wanted("GET", "/admin/users/" + word(1) + "/sessions");
      case "sign-out" -> new Wanted("POST", "/admin/users/" + word(1) + "/sign-out");
      case "ready", "new-games" ->
          new Wanted("POST", "/admin/node/" + words.getFirst() + "/" + word(1));
      case "log" ->
          words.size() == 1
              ? new Wanted("GET", "/log/levels")
              : new Wanted("POST", "/log/levels/" + word(1) + "/" + word(2));
      default -> throw CommandFailure.badUse("admin cannot " + words.getFirst() + "; see --help");
    };
  }

  private String word(int index) {
    if (index >= words.size()) {
      throw CommandFailure.badUse("admin " + words.getFirst() + " takes more words; see --help");
    }
    var word = words.get(index);
    if (!word.matches("[A-Za-z0-9_.:|@-]+")) throw CommandFailure.badUse("no id: " + word);
    return word;
  }

  private String query(int from) {
    var pairs = words.subList(Math.min(from, words.size()), words.size());
    for (var pair : pairs) {
      if (!pair.matches("[a-z]+=[A-Za-z0-9_.:|@-]+")) {
        throw CommandFailure.badUse("expected name=value, not " + pair);
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String token() {
    var file =
        tokenFile == null
            ? dataDir.resolve("secrets").resolve(ManagementOptions.SECRET)
            : tokenFile;
    if (!Files.exists(file)) throw CommandFailure.badUse("there is no token file " + file);
    try {
      return PrivateFiles.readSecret(file);
    } catch (EmbeddedStoreFailed | UnusableFile e) {
      throw CommandFailure.badUse("--token-file: " + e.getMessage());
    }
  }
}
