package dev.menagerie.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server is told that it cannot run with. */
class ServeCommandTest {
  @TempDir Path directory;
  private final StringWriter err = new StringWriter();

  private int serve(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "serve";
    all[1] = "--data-dir";
    all[2] = directory.resolve("data").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return Menagerie.commandLine().setErr(new PrintWriter(err)).execute(all);
  }

  @Test
  void everythingWrongWithPresetsIsToldBeforeAnythingStarts() throws IOException {
    Path file = directory.resolve("own.json");
    Files.writeString(
        file,
        """
        {"presets":[{"name":"house","preset":"standard"},
                    {"name":"wide","preset":"pocket","bench":{"max":9}}]}\
        """);

    assertThat(serve("--presets", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(file + ": presets[0].name: is given twice: house")
        .contains(file + ": presets[1].bench.max: is 9, must be from 1 to 8");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aMissingFileOfPresetsIsTold() {
    Path file = directory.resolve("none.json");

    assertThat(serve("--presets", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--presets: cannot read " + file);
  }
}
