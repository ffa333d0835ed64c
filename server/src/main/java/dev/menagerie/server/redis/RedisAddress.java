package dev.menagerie.server.redis;

import dev.menagerie.server.AuthorityFile;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where Redis is, with its login, and whose certificates are trusted there.
 *
 * @param uris hosts and login: one, or some of the nodes of a cluster
 * @param isCluster whether it is a Redis Cluster
 * @param authorities a file of certificates as PEM, in place of the authorities of Java
 */
public record RedisAddress(List<RedisURI> uris, boolean isCluster, Optional<Path> authorities) {
  /** The name that Postgres's addresses have for the same thing. */
  private static final String AUTHORITIES = "sslrootcert=";

  private static final String CLUSTER = "redis-cluster://";

  private static final String CLUSTER_WITH_TLS = "rediss-cluster://";

  /** A name or an address, of which one of version 6 is in brackets, and perhaps a port. */
  private static final Pattern NODE =
      Pattern.compile("(?:[^:\\[\\]]+|\\[[0-9A-Fa-f:.]+\\])(?::\\d{1,5})?");

  /** One Redis, or one that Sentinels name. */
  static RedisAddress single(RedisURI uri) {
    return new RedisAddress(List.of(uri), false, Optional.empty());
  }

  /**
   * Reads {@code redis://user:password@host:port}, with {@code rediss:} for TLS and {@code
   * redis-sentinel:} or {@code rediss-sentinel:} for Sentinels, or {@code
   * redis-cluster://user:password@host:port,host:port} with some nodes of a cluster ({@code
   * rediss-cluster:} for TLS); {@code ?sslrootcert=FILE} names the authorities. Opens no file.
   *
   * @throws IllegalArgumentException with a message that never repeats the address
   */
  public static RedisAddress parse(String url) {
    boolean isCluster = url.startsWith(CLUSTER) || url.startsWith(CLUSTER_WITH_TLS);
    try {
      return isCluster
          ? cluster(url)
          : new RedisAddress(List.of(RedisURI.create(url)), false, authorities(url));
    } catch (
        RuntimeException unreadable) { // the client library's messages could repeat the password
      throw new IllegalArgumentException(
          isCluster
              ? "an address of a Redis Cluster looks like"
                  + " redis-cluster://user:password@host:7000,host:7001, without a database"
              : "a Redis address looks like redis://user:password@host:6379",
          unreadable);
    }
  }

  private static RedisAddress cluster(String url) {
    var scheme = url.startsWith(CLUSTER) ? "redis://" : "rediss://";
    var rest = url.substring(url.indexOf("://") + 3);
    int end = rest.indexOf('?');
    var authority = end < 0 ? rest : rest.substring(0, end);
    // A cluster has one database only.
    if (authority.endsWith("/")) authority = authority.substring(0, authority.length() - 1);
    if (authority.contains("/")) throw new IllegalArgumentException("a database");
    int hosts = authority.lastIndexOf('@') + 1;
    var login = authority.substring(0, hosts);
    var options = end < 0 ? "" : rest.substring(end);
    var nodes = List.of(authority.substring(hosts).split(",", -1));
    if (!nodes.stream().allMatch(NODE.asMatchPredicate())) {
      throw new IllegalArgumentException("a host");
    }
    var uris =
        nodes.stream().map(node -> RedisURI.create(scheme + login + node + options)).toList();
    return new RedisAddress(uris, true, authorities(scheme + "x" + options));
  }

  private static Optional<Path> authorities(String url) {
    var query = Optional.ofNullable(URI.create(url).getRawQuery()).orElse("");
    return Arrays.stream(query.split("&"))
        .filter(option -> option.startsWith(AUTHORITIES))
        .map(option -> option.substring(AUTHORITIES.length()))
        .map(path -> URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
        .map(Path::of)
        .findFirst();
  }

  /**
   * What trusts the authorities that the address names; empty where it names none.
   *
   * @throws IllegalArgumentException if the file cannot be read or has no certificate
   */
  public Optional<TrustManagerFactory> trust() {
    return authorities.map(RedisAddress::trusting);
  }

  private static TrustManagerFactory trusting(Path file) {
    try {
      var known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null);
      for (var certificate : AuthorityFile.read(file)) {
        known.setCertificateEntry("authority-" + known.size(), certificate);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      return trust;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot use the certificates of " + file, e);
    }
  }
}
