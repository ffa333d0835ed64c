package dev.menagerie.server.settings;

import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.oidc.OidcSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of sign-in through an OpenID Connect provider. */
public final class OidcOptions {
  /** The page's address that providers send browsers back to. */
  private static final String RETURN = "/signed-in";

  private static final int MAX_NAME_LENGTH = 40;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "Lets users sign in through this OpenID Connect issuer, too; takes --oidc-client-id, and"
              + " --public-url to come back to. Default: none")
  public @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "The id that this server has at the issuer")
  public @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description =
          "The secret that this server has at the issuer; mode 600. Absent: it is a public client,"
              + " which PKCE alone protects")
  public @Nullable Path clientSecretFile;

  @Option(
      names = "--oidc-name",
      paramLabel = "NAME",
      description = "What the page calls the provider: \"Sign in with NAME\". Default: its host")
  public @Nullable String name;

  /** Adds what cannot be used, one line each. */
  void check(SettingProblems found) {
    found.unless(
        (issuer == null) == (clientId == null), "--oidc-issuer and --oidc-client-id go together");
    found.unless(
        issuer != null || (clientSecretFile == null && name == null),
        "--oidc-client-secret-file and --oidc-name take --oidc-issuer");
    found.unless(
        issuer == null || usableIssuer().isPresent(),
        "--oidc-issuer must be an https address such as https://login.example.org, without query"
            + " and fragment");
    found.unless(
        name == null || (!name.isBlank() && name.length() <= MAX_NAME_LENGTH),
        "--oidc-name must have 1 to " + MAX_NAME_LENGTH + " characters");
  }

  /** Adds what cannot be read. */
  void checkFiles(SettingProblems found) {
    found.ifRefused(this::clientSecret, "");
  }

  /** Plain HTTP is for an issuer on this machine, as in tests. */
  private Optional<URI> usableIssuer() {
    try {
      var address = URI.create(Optional.ofNullable(issuer).orElse(""));
      boolean isSafe = "https".equals(address.getScheme()) || isLocal(address);
      boolean isPlain = address.getRawQuery() == null && address.getRawFragment() == null;
      return isSafe && isPlain && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isLocal(URI address) {
    if (!"http".equals(address.getScheme()) || address.getHost() == null) return false;
    try {
      return InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private Optional<String> clientSecret() {
    if (clientSecretFile == null) return Optional.empty();
    try {
      var secret = PrivateFiles.readSecret(clientSecretFile);
      if (secret.isEmpty()) throw CommandFailure.badUse("--oidc-client-secret-file: is empty");
      return Optional.of(secret);
    } catch (UnusableFile | EmbeddedStoreFailed e) {
      throw CommandFailure.badUse("--oidc-client-secret-file: " + e.getMessage());
    }
  }

  /**
   * The provider; empty: there is none.
   *
   * @param origin where players reach the server, with a proxy's path
   */
  public Optional<OidcSettings> settings(String origin) {
    var id = clientId;
    if (issuer == null || id == null) return Optional.empty();
    return usableIssuer()
        .map(address ->
            new OidcSettings(
                address,
                id,
                clientSecret(),
                Optional.ofNullable(name).orElse(address.getHost()),
                URI.create(origin + RETURN)));
  }
}
