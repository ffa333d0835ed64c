package dev.menagerie.server.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's discovery document (OpenID Connect Discovery 1.0), read when it is needed and kept
 * for an hour. Thread safe; may wait for the issuer.
 */
final class IssuerDocument {
  private static final Duration KEPT = Duration.ofHours(1);

  private final URI issuer;
  private final IssuerHttp http;
  private volatile @Nullable Read last;

  private record Read(OIDCProviderMetadata metadata, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < KEPT.toNanos();
    }
  }

  IssuerDocument(URI issuer, IssuerHttp http) {
    this.issuer = issuer;
    this.http = http;
  }

  /** The document; an old one as long as the issuer does not give a new one. */
  OIDCProviderMetadata get() throws IssuerUnavailable {
    var known = last;
    if (known != null && known.isFresh()) return known.metadata();
    try {
      var fresh = new Read(read(), System.nanoTime());
      last = fresh;
      return fresh.metadata();
    } catch (IssuerUnavailable unavailable) {
      if (known != null) return known.metadata();
      throw unavailable;
    }
  }

  private OIDCProviderMetadata read() throws IssuerUnavailable {
    try {
      var expected = new Issuer(issuer);
      var address = OIDCProviderMetadata.resolveURL(expected);
      var metadata = OIDCProviderMetadata.parse(http.read(URI.create(address.toString())));
      requireUsable(metadata, expected);
      return metadata;
    } catch (GeneralException unreadable) {
      throw new IssuerUnavailable(
          "the issuer's document cannot be used: " + unreadable.getMessage(), unreadable);
    }
  }

  private void requireUsable(OIDCProviderMetadata metadata, Issuer expected)
      throws IssuerUnavailable {
    if (!metadata.getIssuer().equals(expected)) {
      throw new IssuerUnavailable("the document at " + issuer + " is another issuer's");
    }
    var endpoints =
        Stream.of(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getJWKSetURI())
            .filter(Objects::nonNull)
            .filter(one -> issuer.getScheme().equals(one.getScheme()))
            .count();
    if (endpoints < 3) {
      throw new IssuerUnavailable(
          "the issuer's document lacks an endpoint, or has one without TLS");
    }
  }
}
