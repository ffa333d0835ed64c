package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody with a token for a server's management address, at the command line. */
final class Operator {
  /** Tokens of the role that each begins with. */
  static final String OPERATOR_TOKEN = "operator-012345678901234567890123456789";

  static final String VIEWER_TOKEN = "viewer-01234567890123456789012345678901";

  private final int port;
  private final Path token;

  private Operator(int port, Path token) {
    this.port = port;
    this.token = token;
  }

  /** The file of tokens for {@code --management-tokens}. */
  static Path tokens(Path directory) {
    return secret(
        directory.resolve("tokens"),
        "operator oda " + OPERATOR_TOKEN + "\nviewer vera " + VIEWER_TOKEN);
  }

  /** Who may act. */
  static Operator oda(Path directory, int port) {
    return new Operator(port, secret(directory.resolve("oda"), OPERATOR_TOKEN));
  }

  /** Who may look. */
  static Operator vera(Path directory, int port) {
    return new Operator(port, secret(directory.resolve("vera"), VIEWER_TOKEN));
  }

  /** The answer to {@code menagerie admin WORDS}. */
  JsonNode does(String... words) {
    var result = run(words);
    assertThat(result.exitCode()).as("%s", result).isZero();
    return Json.tree(result.out().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  /** What is said where the server refuses. */
  String refused(String... words) {
    var result = run(words);
    assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
    return result.err();
  }

  private Cli.Result run(String... words) {
    var url = "http://127.0.0.1:" + port;
    var all = new ArrayList<>(List.of("admin", "--url", url, "--token-file", token.toString()));
    all.addAll(List.of(words));
    return Cli.run(all.toArray(new String[0]));
  }

  private static Path secret(Path file, String text) {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      return Files.writeString(Files.createFile(file, mode), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
