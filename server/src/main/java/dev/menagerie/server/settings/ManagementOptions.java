package dev.menagerie.server.settings;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.http.ManagementAccess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the operator's own address: metrics and administration. */
public final class ManagementOptions {
  /** The name of the token among the server's secrets. */
  public static final String SECRET = "management";

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description = "Metrics for Prometheus and administration at this port. Default: none")
  public @Nullable Integer port;

  @Option(
      names = "--management-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address of the management port. Any but a loopback address takes"
              + " --management-tokens. It speaks no TLS: keep it in a private network. Default:"
              + " ${DEFAULT-VALUE}")
  public String host = "127.0.0.1";

  @Option(
      names = "--management-tokens",
      paramLabel = "FILE",
      description =
          "Who may use the management port: ROLE NAME TOKEN a line, mode 600; roles are metrics,"
              + " viewer, operator. Absent: metrics are open to this machine, and the token of"
              + " secrets/management under the data directory is an operator's")
  public @Nullable Path tokens;

  /** Adds what cannot be used, one line each. */
  void check(SettingProblems found) {
    found.unless(
        port == null || (port >= 0 && port <= 65_535), "--management-port must be from 0 to 65535");
    found.unless(
        port == null || tokens != null || isLoopback(),
        "--management-host " + host + " takes --management-tokens");
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Where it listens; the port has been given. */
  public InetSocketAddress address() {
    return new InetSocketAddress(host, port == null ? 0 : port);
  }

  /** The tokens and roles that may use the management port. */
  public ManagementAccess access(DataDirectory data) {
    if (tokens == null) return ManagementAccess.local(data.secret(SECRET));
    try {
      return ManagementAccess.parse(PrivateFiles.readSecret(tokens));
    } catch (IllegalArgumentException | UnusableFile | EmbeddedStoreFailed e) {
      throw CommandFailure.badUse("--management-tokens: " + e.getMessage());
    }
  }
}
