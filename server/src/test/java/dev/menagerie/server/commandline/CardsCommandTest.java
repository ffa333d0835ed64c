package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsCommandTest {
  @TempDir Path folder;

  @Test
  void aNewSetIsShownAndChecked() throws IOException {
    String file = folder.resolve("heath.json").toString();

    assertThat(Cli.run("cards", "new", file).exitCode()).isZero();
    Cli.Result again = Cli.run("cards", "new", file);
    Cli.Result shown = Cli.run("cards", "show", file);
    Cli.Result checked = Cli.run("cards", "check", file);

    assertThat(again.exitCode()).isEqualTo(Menagerie.BAD_USE);
    assertThat(Files.readString(Path.of(file))).contains("Heath Pup");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains("Heath Lantern (heath-lantern)\n  Draw 2 cards.\n")
        .contains("\"effects\":[{\"type\":\"draw\",\"count\":2}]")
        .contains("  Tumble: Flip a coin. If heads, your opponent's Active Pokémon is now Asleep.")
        .contains("\"provides\":[[\"grass\",\"water\"]]");
    assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
  }

  @Test
  void oneCardIsShownAlone() {
    String file = folder.resolve("heath.json").toString();
    Cli.run("cards", "new", file);

    assertThat(Cli.run("cards", "show", file, "--card", "heath-collar").out())
        .startsWith(
            "Heath Collar (heath-collar)\n  The Pokémon this card is attached to has +20 HP.")
        .doesNotContain("Heath Pup");
  }

  @Test
  void picturesAreWrittenAsSvg() throws IOException {
    String file = folder.resolve("heath.json").toString();
    Path pictures = folder.resolve("pictures/heath");
    Cli.run("cards", "new", file);

    Cli.Result shown =
        Cli.run("cards", "show", file, "--card", "heath-pup", "--pictures", pictures.toString());
    Cli.Result refused = Cli.run("cards", "show", file, "--pictures", file);

    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(pictures).isDirectoryContaining("glob:**/heath-pup.svg");
    assertThat(Files.readString(pictures.resolve("heath-pup.svg")))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 150\">")
        .endsWith("</svg>");
    assertThat(pictures.toFile().list()).containsExactly("heath-pup.svg");
    assertThat(refused.exitCode()).isEqualTo(Menagerie.BAD_USE);
  }

  @Test
  void decksAreListedAndWritten() throws IOException {
    assertThat(Cli.run("decks").out()).contains("pocket-bramble", "Bramble Pack");
    String list = Cli.run("decks", "pocket-bramble").out();
    assertThat(list).startsWith("Deck: Bramble Pack\nRules: pocket\n").contains("Pokémon: ");
    Files.writeString(folder.resolve("mine.txt"), list);

    assertThat(Cli.run("decks", "--decks", folder.toString()).out()).contains("mine");
    assertThat(Cli.run("decks", "none").exitCode()).isEqualTo(Menagerie.BAD_USE);
  }

  @Test
  void aListWithUnknownLinesIsRefusedLineByLine() throws IOException {
    Files.writeString(folder.resolve("odd.txt"), "Rules: pocket\n2 Kindelmole\n");

    Cli.Result checked = Cli.run("cards", "check", "--decks", folder.toString());

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.out()).contains("odd.txt: line 2: there is no card \"Kindelmole\"");
  }
}
