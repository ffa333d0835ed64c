package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.settings.SettingSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int serve(Map<String, String> environment, String... options) {
    var all = new ArrayList<>(List.of("serve"));
    all.addAll(List.of(options));
    var arguments = all.toArray(String[]::new);
    return Menagerie.commandLine(SettingSources.of(environment, arguments))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String file(String text) throws Exception {
    return Files.writeString(directory.resolve("settings"), text).toString();
  }

  @Test
  void commandLineEnvironmentFileAndDefaultDecideInThisOrder() throws Exception {
    var file =
        file("port = 1\ntoken-minutes = 2\ngames-per-minute=3\nredis-url=redis://u:geheim@h\n");
    var environment = Map.of("MENAGERIE_PORT", "4", "MENAGERIE_TOKEN_MINUTES", "5");

    assertThat(serve(environment, "--config", file, "--port=6", "--print-config")).isZero();

    assertThat(out.toString())
        .contains("# from the command line\nport = 6\n")
        .contains("# from MENAGERIE_TOKEN_MINUTES\ntoken-minutes = 5\n")
        .contains("# from " + file + " (games-per-minute)\ngames-per-minute = 3\n")
        .contains("# from the default\nhost = 127.0.0.1\n")
        .contains("redis-url = redis://u:***@h\n")
        .doesNotContain("geheim");
  }

  @Test
  void aFileNamedByTheEnvironmentIsRead() throws Exception {
    assertThat(serve(Map.of("MENAGERIE_CONFIG", file("port = 7")), "--print-config")).isZero();
    assertThat(out.toString()).contains("port = 7\n");
  }

  /** The printed settings, used as a file, give the same settings. */
  @Test
  void printedCardsAreReadableFiles() throws Exception {
    serve(
        Map.of(),
        "--port=1234",
        "--allowed-origins=https://a.example,https://b.example",
        "--print-config");
    var first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(serve(Map.of(), "--config=" + file(first), "--print-config")).isZero();
    assertThat(withoutOrigins(out.toString())).isEqualTo(withoutOrigins(first));
  }

  private static List<String> withoutOrigins(String printed) {
    return printed.lines().filter(line -> !line.startsWith("# from")).toList();
  }

  @Test
  void everythingWrongInFileAndEnvironmentIsReportedWithItsOrigin() throws Exception {
    var file =
        file(
            "prot = 1\nport = 2\nport = 3\ngames-per-minute = 0\nquery-tokens = yes\nconfig = x\n");

    int code = serve(Map.of("MENAGERIE_TOKEN_MINUTES", "soon"), "--config=" + file);

    assertThat(code).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString().lines())
        .containsExactlyInAnyOrder(
            "menagerie: " + file + ": there is no setting prot",
            "menagerie: " + file + ": there is no setting config",
            "menagerie: " + file + ": port is set twice",
            "menagerie: " + file + " (query-tokens): 'yes' is not true or false",
            "menagerie: MENAGERIE_TOKEN_MINUTES: 'soon' is not a number",
            "menagerie: --games-per-minute must be at least 1");
  }

  @Test
  void aVariableThatIsNoSettingIsNamedWithTheNearestOne() {
    var environment =
        Map.of(
            "MENAGERIE_POSTGRESS_URL", "postgresql://u:geheim@h/d",
            "MENAGERIE_WHATEVER_THIS_IS", "geheim",
            "MENAGERIE_HEAP", "1g",
            "MENAGERIE_JAVA_OPTS", "-Xint",
            "MENAGERIE_TOKEN_FILE", "token",
            "MENAGERIE_SERVICE_HOST", "10.0.0.1",
            "MENAGERIE_PORT_8080_TCP", "tcp://10.0.0.1:8080",
            "PATH", "/bin");

    assertThat(serve(environment, "--print-config")).isZero();

    assertThat(err.toString().lines())
        .containsExactly(
            "menagerie: no setting has the environment variable MENAGERIE_POSTGRESS_URL; is it"
                + " MENAGERIE_POSTGRES_URL?",
            "menagerie: no setting has the environment variable MENAGERIE_WHATEVER_THIS_IS");
  }

  @Test
  void commandsOnTheDatabaseReadTheServersFile() throws Exception {
    var backup = directory.resolve("menagerie.backup");
    var file =
        file("port = 1\npostgres-url = " + LocalServer.postgresUrl(Stores.postgres()) + "\n");

    var taken = Cli.run("backup", "--config", file, backup.toString());

    assertThat(taken.exitCode()).as("%s", taken.err()).isZero();
    assertThat(backup).isNotEmptyFile();
    for (var command : List.of("backup", "restore", "ratings", "doctor")) {
      var result = Cli.run(command, "--config", "/nowhere/settings", "--data-dir=" + directory);
      assertThat(result.exitCode()).as(command).isNotZero();
      assertThat(result.out() + result.err())
          .as(command)
          .contains("--config: cannot read /nowhere/settings");
    }
    var unknown = Cli.run("ratings", "--config=" + file("prot = 1"));
    assertThat(unknown.exitCode()).isEqualTo(Menagerie.BAD_USE);
    assertThat(unknown.err()).contains("there is no setting prot");
  }

  @Test
  void aMissingFileIsReported() {
    assertThat(serve(Map.of(), "--config=/nowhere/settings")).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString()).contains("--config: cannot read /nowhere/settings");
  }
}
