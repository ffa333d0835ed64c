package dev.menagerie.server.commandline;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ManagementOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
      "  replay ID          a finished game, for a file and `menagerie replay FILE`",
      "  frames ID viewer=0|1|spectator [from=N] [limit=N]",
      "                     a finished game step by step, as that viewer saw it",
      "  chat ID            what the players of a game wrote to each other",
      "  connections ID     who connected to a game and left it, when and on which node",
      "  end ID [loser=0|1] cancels a waiting game; of a running one that seat resigns",
      "  void ID            ends a running game without a result; it changes no rating",
      "  time ID seconds=N  gives the player to act more time",
      "  users name=TEXT    users whose names begin so",
      "  user USER          who they are, and whether they are banned",
      "  sessions USER      where a user is signed in",
      "  session ID         who signed in with it",
      "  sign-out USER      ends all of a user's sessions and closes their sockets",
      "  ban USER [hours=N] [reason=TEXT]",
      "                     signs a user out and refuses to sign them in; without hours for good",
      "  unban USER         lets them sign in again",
      "  bans               bans in force",
      "  reports [state=open|closed] [user=USER]",
      "                     what users report of each other",
      "  close-report NUMBER [note=TEXT]",
      "                     takes a report out of the queue",
      "  mute USER [hours=N] [reason=TEXT]",
      "                     refuses a user's emotes and chat; without hours for good",
      "  unmute USER        allows emotes and chat again",
      "  mutes              mutes in force",
      "  announce text=TEXT [at=TIME | in_minutes=N] [minutes=N] [close_new_games=true]",
      "  announce clear     tell all players; at: with a countdown, such as to a maintenance",
      "  import-decks USER FILE",
      "                     gives a user the decks of another server's export",
      "  tournaments [over=true], tournament ID",
      "                     with standings and all matches",
      "  new-tournament name=TEXT preset=NAME [format=swiss|elimination] [best_of=1|3]",
      "      [rounds=N] [max_players=N] [starts_in=MINUTES | starts_at=TIME]",
      "      [check_in_minutes=N] [round_minutes=N] [no_show_minutes=N]",
      "  start-tournament ID, cancel-tournament ID",
      "  judge ID table=N winner=first|second|tie|none",
      "                     decides a match of the round that is played",
      "  drop-player ID user=USER, restore-player ID user=USER",
      "  extend-round ID minutes=N",
      "  ready on|off       off: /health/ready answers 503, load balancers look away",
      "  new-games on|off   off: calls that start a game are refused as busy",
      "  log                levels of the log",
      "  log LOGGER LEVEL   sets one, until the server ends",
      "  reload-cards       reads cards and decks again",
      "  audit [subject=ID] [operator=NAME] [before=NUMBER]",
      "                     what operators did, the last act first",
      "  storage            tables of the database with their sizes"
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

  private record Wanted(String method, String path, String body) {
    static Wanted get(String path) {
      return new Wanted("GET", path, "");
    }

    static Wanted post(String path) {
      return new Wanted("POST", path, "");
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (words.getFirst().equals("import-decks")) return importDecks();
    print(ask(wanted()));
    return 0;
  }

  private void print(JsonNode answer) {
    spec.commandLine().getOut().println(Json.pretty(answer));
    spec.commandLine().getOut().flush();
  }

  /** One call a deck: a deck that is refused here keeps no other one away. */
  private int importDecks() throws InterruptedException {
    var path = "/admin/users/" + word(1) + "/decks";
    word(2);
    var file = Path.of(words.get(2));
    int imported = 0;
    var refused = new ArrayList<String>();
    for (var deck : exported(file)) {
      try {
        deck.remove("id");
        ask(new Wanted("POST", path, Json.text(deck)));
        imported++;
      } catch (CommandFailure why) {
        refused.add(deck.path("name").asString("") + ": " + why.getMessage());
      }
    }
    if (!refused.isEmpty()) {
      throw CommandFailure.failed(
          imported + " decks imported, the others refused: " + String.join("; ", refused));
    }
    print(Json.toTree(Map.of("imported", imported)));
    return 0;
  }

  /** The decks of what {@code GET /users/me/export} wrote. */
  private static List<ObjectNode> exported(Path file) {
    try {
      return Json.tree(Files.readAllBytes(file), Limits.DOCUMENT)
          .path("decks")
          .valueStream()
          .map(ObjectNode.class::cast)
          .toList();
    } catch (IOException | InvalidJson | ClassCastException unreadable) {
      throw CommandFailure.badUse("not the export of a user: " + file);
    }
  }

  private JsonNode ask(Wanted wanted) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url.resolve(wanted.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .method(wanted.method(), HttpRequest.BodyPublishers.ofString(wanted.body()))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      var body = Json.tree(response.body(), Limits.DOCUMENT);
      if (response.statusCode() >= 300) {
        throw CommandFailure.failed(body.path("error").asString("status " + response.statusCode()));
      }
      return body;
    } catch (IOException e) {
      throw CommandFailure.failed(
          "no server answers at " + url + "; start one with --management-port");
    }
  }

  private Wanted wanted() {
    var verb = words.getFirst();
    return switch (verb) {
      case "games", "users", "bans", "mutes", "reports", "audit", "storage" ->
          Wanted.get("/admin/" + verb + query(1));
      case "game", "session", "user" -> Wanted.get("/admin/" + verb + "s/" + word(1));
      case "timeline" -> Wanted.get("/admin/games/" + word(1) + "/timeline" + query(2));
      case "frames" -> Wanted.get("/admin/games/" + word(1) + "/replay/frames" + query(2));
      case "chat", "connections", "replay" -> Wanted.get("/admin/games/" + word(1) + "/" + verb);
      case "sessions" -> Wanted.get("/admin/users/" + word(1) + "/sessions");
      case "end", "void", "time" -> Wanted.post("/admin/games/" + word(1) + "/" + verb + query(2));
      case "close-report" -> Wanted.post("/admin/reports/" + word(1) + "/close" + query(2));
      case "sign-out", "ban", "unban", "mute", "unmute" ->
          Wanted.post("/admin/users/" + word(1) + "/" + verb + query(2));
      case "tournaments" -> Wanted.get("/admin/tournaments" + query(1));
      case "tournament" -> Wanted.get("/admin/tournaments/" + word(1));
      case "new-tournament" -> Wanted.post("/admin/tournaments" + query(1));
      case "start-tournament", "cancel-tournament" ->
          Wanted.post("/admin/tournaments/" + word(1) + "/" + verb.replace("-tournament", ""));
      case "judge" -> Wanted.post("/admin/tournaments/" + word(1) + "/result" + query(2));
      case "drop-player", "restore-player" ->
          Wanted.post(
              "/admin/tournaments/" + word(1) + "/" + verb.replace("-player", "") + query(2));
      case "extend-round" -> Wanted.post("/admin/tournaments/" + word(1) + "/extend" + query(2));
      case "ready", "new-games" -> Wanted.post("/admin/node/" + verb + "/" + word(1));
      case "announce" -> announcement();
      case "reload-cards" -> Wanted.post("/cards/reload");
      case "log" ->
          words.size() == 1
              ? Wanted.get("/log/levels")
              : Wanted.post("/log/levels/" + word(1) + "/" + word(2));
      default -> throw CommandFailure.badUse("admin cannot " + verb + "; see --help");
    };
  }

  private Wanted announcement() {
    if (word(1).equals("clear")) return Wanted.post("/announcements/clear");
    var given = pairs(1);
    var body = new TreeMap<String, Object>();
    body.put("text", "");
    given.forEach((name, value) -> {
      switch (name) {
        case "minutes", "in_minutes" -> body.put(name, minutes(value));
        case "close_new_games" -> body.put(name, Boolean.valueOf(value));
        default -> body.put(name, value);
      }
    });
    return new Wanted("POST", "/announcements", Json.text(body));
  }

  private static int minutes(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw CommandFailure.badUse("minutes is a number, not " + text);
    }
  }

  private String word(int index) {
    if (index >= words.size()) {
      throw CommandFailure.badUse("admin " + words.getFirst() + " takes more words; see --help");
    }
    return encoded(words.get(index));
  }

  private Map<String, String> pairs(int from) {
    var pairs = new TreeMap<String, String>();
    for (var pair : words.subList(Math.min(from, words.size()), words.size())) {
      int equals = pair.indexOf('=');
      if (equals < 1) throw CommandFailure.badUse("expected name=value, not " + pair);
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  private String query(int from) {
    var query =
        pairs(from).entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
