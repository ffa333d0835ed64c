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
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where Redis is, with its login, and whose certificates are trusted there.
 *
 * @param uri hosts and login
 * @param authorities a file of certificates as PEM, in place of the authorities of Java
 */
public record RedisAddress(RedisURI uri, Optional<Path> authorities) {
  /** The name that Postgres's addresses have for the same thing. */
  private static final String AUTHORITIES = "sslrootcert=";

  /**
   * Reads {@code redis://user:password@host:port}, with {@code rediss:} for TLS and {@code
   * redis-sentinel:} or {@code rediss-sentinel:} for Sentinels; {@code ?sslrootcert=FILE} names the
   * authorities. Opens no file.
   *
   * @throws IllegalArgumentException with a message that never repeats the address
   */
  public static RedisAddress parse(String url) {
    try {
      var uri = RedisURI.create(url);
      var query = Optional.ofNullable(URI.create(url).getRawQuery()).orElse("");
      var file =
          Arrays.stream(query.split("&"))
              .filter(option -> option.startsWith(AUTHORITIES))
              .map(option -> option.substring(AUTHORITIES.length()))
              .map(path -> URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
              .map(Path::of)
              .findFirst();
      return new RedisAddress(uri, file);
    } catch (
        RuntimeException unreadable) { // the client library's messages could repeat the password
      throw new IllegalArgumentException(
          "a Redis address looks like redis://user:password@host:6379", unreadable);
    }
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
