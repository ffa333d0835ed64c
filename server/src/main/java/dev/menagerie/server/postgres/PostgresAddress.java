package dev.menagerie.server.postgres;

import dev.menagerie.server.AuthorityFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * The address of a database and the roles that we use there.
 *
 * @param jdbcUrl without user and password
 * @param application the role that works with the rows
 * @param owner the role that changes the schema; may be the same
 */
public record PostgresAddress(String jdbcUrl, Login application, Login owner) {

  /** A role and its password; prints without it. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  private static final String HOST = "(?:[\\w.-]+|\\[[0-9a-fA-F:.]+])(?::\\d+)?";

  /** Some hosts with or without ports, such as a primary and its standbys. */
  private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");

  /**
   * Reads {@code postgresql://user:password@host:port/database?options}, with {@code postgres:} or
   * {@code jdbc:postgresql:} as well, and with several hosts separated by commas.
   *
   * @throws IllegalArgumentException with a message that never repeats the address
   */
  public static PostgresAddress parse(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri;
    try {
      uri = new URI(plain);
    } catch (URISyntaxException e) {
      throw unreadable(); // its message would repeat the password
    }
    String scheme = uri.getScheme();
    boolean known = "postgresql".equals(scheme) || "postgres".equals(scheme);
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    int at = authority.lastIndexOf('@');
    String hosts = authority.substring(at + 1);
    if (!known || at < 0 || !HOSTS.matcher(hosts).matches()) throw unreadable();
    String account = authority.substring(0, at);
    int colon = account.indexOf(':');
    if (colon < 1) throw unreadable();
    var login =
        new Login(decode(account.substring(0, colon)), decode(account.substring(colon + 1)));
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath() == null || uri.getRawPath().length() < 2 ? "" : uri.getRawPath();
    if (path.isEmpty()) throw unreadable();
    return new PostgresAddress("jdbc:postgresql://" + hosts + path + options, login, login);
  }

  /**
   * The same database without prepared statements, which a pooler may not keep; an address that
   * names {@code prepareThreshold} itself stays as it is.
   */
  PostgresAddress unprepared() {
    if (jdbcUrl.contains("prepareThreshold=")) return this;
    var url = jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "prepareThreshold=0";
    return new PostgresAddress(url, application, owner);
  }

  /**
   * Reads the file of authorities for TLS ({@code sslrootcert}), if the address names one.
   *
   * @throws IllegalArgumentException if it cannot be read or has no certificate
   */
  public void requireAuthorities() {
    var options = Driver.parseURL(jdbcUrl, null);
    var file = options == null ? null : options.getProperty("sslrootcert");
    if (file != null) AuthorityFile.read(Path.of(file));
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "a Postgres address looks like postgresql://user:password@host:5432/database");
  }
}
