package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of the port that cannot be used end the start with one line and exit code 2. */
class NetworkOptionsTest {
  @TempDir Path directory;

  private String refused(String... options) {
    var err = new StringWriter();
    String[] all = new String[options.length + 3];
    all[0] = "serve";
    all[1] = "--data-dir";
    all[2] = directory.resolve("data").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    int code = Menagerie.commandLine().setErr(new PrintWriter(err)).execute(all);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().strip()).hasLineCount(1).startsWith("menagerie: ");
    assertThat(directory.resolve("data")).doesNotExist();
    return err.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "--trusted-proxies, evil",
    "--trusted-proxies, 10.0.0.0/99",
    "--trusted-proxies, 10.0.0.0/x",
    "--public-url, play.example.org",
    "--public-url, https://play.example.org/path?query",
    "--public-url, https://user@play.example.org",
    "--allowed-origins, https://play.example.org/",
    "--allowed-origins, capacitor://localhost/",
    "--embed-origins, capacitor://localhost",
    "--embed-origins, https://blog.example.org/post",
    "--allowed-hosts, https://play.example.org",
    "--tls-cert, cert.pem",
    "--max-connections, 0",
    "--max-body-bytes, -1",
    "--max-unread-bytes, 1",
    "--packets-per-second, 0",
    "--max-inflate-ratio, 0",
    "--header-seconds, 0"
  })
  void impossibleTablesAreNamed(String option, String value) {
    assertThat(refused(option, value)).contains(option);
  }

  @Test
  void aCertificateThatIsMissingIsNamed() {
    var file = directory.resolve("missing.pem").toString();
    assertThat(refused("--tls-cert", file, "--tls-key", file))
        .contains("--tls-cert", "missing.pem");
  }
}
