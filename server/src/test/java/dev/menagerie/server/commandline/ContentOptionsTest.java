package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands take an author's cards and decks with {@code --cards} and {@code --decks}. */
class ContentOptionsTest {
  private static final String CARDS = Path.of("../examples/cards").toString();
  private static final String DECKS = Path.of("../examples/decks").toString();

  @TempDir Path folder;

  @Test
  void aScenarioIsPlayedWithTheAuthorsCards() throws IOException {
    var file = folder.resolve("peck.json");
    Files.writeString(
        file,
        """
        {"name": "a peck", "rule": "its text",
         "players": [{"active": {"card": "gorsefinch", "energy": ["energy-grass"]}},
                     {"active": {"card": "quiltbear"}}],
         "steps": [{"player": 0, "do": {"type": "attack", "attack_index": 0}},
                   {"expect": {"players.1.active.damage": 20}}]}
        """);

    assertThat(Cli.run("scenario", file.toString()).exitCode()).isEqualTo(1);
    assertThat(Cli.run("scenario", file.toString(), "--cards", CARDS).exitCode()).isZero();
  }

  @Test
  void severalFoldersAreGivenOneByOneOrWithCommas() throws IOException {
    var more = folder.resolve("heath.json");
    Cli.run("cards", "new", more.toString());

    var checked = Cli.run("decks", "--cards", CARDS + "," + more, "--decks", DECKS);
    var again = Cli.run("decks", "--cards", CARDS, "--cards", more.toString(), "--decks", DECKS);

    assertThat(checked.out()).contains("Moorland Herd");
    assertThat(again).isEqualTo(checked);
  }

  /** The demo starts a server of its own by the launcher, here one that runs this class path. */
  @Test
  void aDemoIsPlayedWithTheAuthorsDecks() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var launcher = folder.resolve("menagerie");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -Xmx512m -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(java, classPath, Menagerie.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    var demo =
        new ProcessBuilder(
                java,
                "-cp",
                classPath,
                "dev.menagerie.clients.Clients",
                "demo",
                "--rules",
                "pocket",
                "--cards",
                CARDS,
                "--decks",
                DECKS)
            .redirectErrorStream(true);
    demo.environment().put("MENAGERIE_LAUNCHER", launcher.toString());

    var process = demo.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Moorland Herd");
  }
}
