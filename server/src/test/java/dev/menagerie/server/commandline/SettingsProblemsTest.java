package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.settings.ListenAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings are checked as a whole, before anything starts. */
class SettingsProblemsTest {
  @TempDir Path directory;
  private final StringWriter err = new StringWriter();

  private int serve(String... options) {
    var all = new ArrayList<>(List.of("serve", "--data-dir", data().toString()));
    all.addAll(List.of(options));
    return Menagerie.commandLine().setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
  }

  private Path data() {
    return directory.resolve("data");
  }

  @Test
  void aFormThatTheLogDoesNotHaveIsSaid() {
    assertThat(serve("--log-format=xml")).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString()).contains("--log-format").contains("xml").contains("JSON");
  }

  @Test
  void chatIsSwitchedOnBeforeItIsFiltered() {
    assertThat(serve("--chat-filter-url=ftp://judge.example.org", "--chat-days=0"))
        .isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString())
        .contains("--chat-filter-url takes --chat")
        .contains("--chat-filter-url must be an http or https address")
        .contains("--chat-days must be from 1 to 36500");
  }

  @Test
  void aProviderIsReachedWithTlsAndItsSecretIsItsOwnersAlone() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "not to be printed");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    int code =
        serve(
            "--oidc-issuer=http://login.example.org",
            "--oidc-client-secret-file=" + secret,
            "--oidc-name=" + "x".repeat(41));

    assertThat(code).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString())
        .contains("--oidc-issuer and --oidc-client-id go together")
        .contains("--oidc-issuer must be an https address")
        .contains("--oidc-client-secret-file: secret file " + secret + " may be read by others")
        .contains("--oidc-name must have 1 to 40 characters")
        .doesNotContain("not to be printed");
  }

  @Test
  void filesOfAuthoritiesAreReadWhateverElseIsWrong() throws Exception {
    var missing = directory.resolve("missing.pem");
    var empty = Files.createFile(directory.resolve("empty.pem"));
    int code =
        serve(
            "--token-minutes=0",
            "--redis-url=rediss://localhost?sslrootcert=" + missing,
            "--postgres-url=postgresql://u:p@localhost/games?sslrootcert=" + empty);

    assertThat(code).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString())
        .contains("--token-minutes must be from 1 to 1440")
        .contains("--redis-url: cannot read certificates from " + missing)
        .contains("--postgres-url: no certificate in " + empty);
  }

  @Test
  void programOfTheEmbeddedRedisCanBeRunAndIsWanted() throws Exception {
    Path file = Files.writeString(directory.resolve("redis-server"), "no program");
    assertThat(serve("--redis-program=" + file, "--redis-url=redis://localhost:6379"))
        .isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString())
        .contains("--redis-program: " + file + " is not a program this user can run")
        .contains("--redis-program is of the embedded Redis, and --redis-url names another");
  }

  @Test
  void addressOfAClusterIsCheckedToo() {
    assertThat(serve("--redis-url=redis-cluster://u:secret@a:7000,b:7000/1"))
        .isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString())
        .contains("--redis-url: an address of a Redis Cluster looks like redis-cluster://user:")
        .doesNotContain("secret");
  }

  @Test
  void everyWrongSettingIsReportedAtOnce() throws Exception {
    Path keys = Files.writeString(directory.resolve("keys"), "short");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    int code =
        serve(
            "--port=many",
            "--management-port=70000",
            "--token-minutes=0",
            "--drain-seconds=-1",
            "--public-url=play.example.org",
            "--allowed-origins=https://a.example,ftp://b.example",
            "--trusted-proxies=evil",
            "--redis-url=http://x",
            "--postgres-url=postgresql://host",
            "--jwt-secret-file=" + keys,
            "--presets=" + directory.resolve("none.json"),
            "--colour=red");

    assertThat(code).isEqualTo(Menagerie.BAD_USE);
    assertThat(err.toString().lines()).allMatch(line -> line.startsWith("menagerie: ")).hasSize(12);
    assertThat(err.toString())
        .contains("'--port': 'many' is not an int")
        .contains("--management-port must be")
        .contains("--token-minutes must be")
        .contains("--drain-seconds must be")
        .contains("--public-url must be")
        .contains("not ftp://b.example")
        .contains("--trusted-proxies takes")
        .contains("--redis-url: a Redis address looks like")
        .contains("--postgres-url: a Postgres address looks like")
        .contains("--jwt-secret-file: a JWT key has at least 32")
        .contains("--presets: cannot read")
        .contains("--colour");
    assertThat(data()).doesNotExist();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsReported() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    var notADirectory = Cli.run("serve", "--data-dir=" + file);
    assertThat(notADirectory.exitCode()).isEqualTo(Menagerie.BAD_USE);
    assertThat(notADirectory.err()).contains("is not a directory");
    var below = Cli.run("serve", "--data-dir=" + file.resolve("below"));
    assertThat(below.exitCode()).isEqualTo(Menagerie.BAD_USE);
    assertThat(below.err()).contains("cannot be created");
  }

  /** Both ports, once each, with the system's reason, and without having started a store. */
  @Test
  void portsInUseAreFoundFirst() throws Exception {
    try (var first = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var second = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int code =
          serve("--port=" + first.getLocalPort(), "--management-port=" + second.getLocalPort());
      assertThat(code).isEqualTo(1);
      assertThat(err.toString().lines())
          .containsExactly(
              "menagerie: cannot listen on 127.0.0.1:"
                  + first.getLocalPort()
                  + ": Address already in use",
              "menagerie: cannot listen on 127.0.0.1:"
                  + second.getLocalPort()
                  + ": Address already in use");
      assertThat(data()).doesNotExist();
    }
  }

  @Test
  void anAddressOfIpv6IsTakenWithAndWithoutBrackets() {
    assertThat(ListenAddress.of("[::1]", 8080)).isEqualTo(ListenAddress.of("::1", 8080));
    assertThat(ListenAddress.of("[::1]", 8080)).hasToString("[::1]:8080");
    assertThat(ListenAddress.of("[::1]", 8080).url()).isEqualTo("http://[::1]:8080");
    assertThat(ListenAddress.of("::", 1).url()).isEqualTo("http://127.0.0.1:1");
  }
}
