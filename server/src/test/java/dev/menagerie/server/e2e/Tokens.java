package dev.menagerie.server.e2e;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.time.Instant;

/** Access tokens that the server would not have made, by its own key or another. */
public final class Tokens {
  private final DecodedJWT model;

  private Tokens(DecodedJWT model) {
    this.model = model;
  }

  public static Tokens like(String token) {
    return new Tokens(JWT.decode(token));
  }

  private JWTCreator.Builder copy(Instant expiry) {
    return JWT.create()
        .withKeyId(model.getKeyId())
        .withIssuer(model.getIssuer())
        .withAudience(model.getAudience().getFirst())
        .withSubject(model.getSubject())
        .withClaim("sid", model.getClaim("sid").asString())
        .withIssuedAt(model.getIssuedAtAsInstant())
        .withExpiresAt(expiry);
  }

  private static Algorithm own() {
    return Algorithm.HMAC256(Servers.jwtSecret());
  }

  public String expired() {
    return expiringIn(Duration.ofSeconds(-10));
  }

  public String expiringIn(Duration life) {
    return copy(Instant.now().plus(life)).sign(own());
  }

  public String signedWith(String secret) {
    return copy(model.getExpiresAtAsInstant()).sign(Algorithm.HMAC256(secret));
  }

  public String of(String user) {
    return copy(model.getExpiresAtAsInstant()).withSubject(user).sign(own());
  }

  public String issuedBy(String issuer) {
    return copy(model.getExpiresAtAsInstant()).withIssuer(issuer).sign(own());
  }

  public String unsigned() {
    return copy(model.getExpiresAtAsInstant()).sign(Algorithm.none());
  }
}
