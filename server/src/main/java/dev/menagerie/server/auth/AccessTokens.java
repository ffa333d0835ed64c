package dev.menagerie.server.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.menagerie.server.game.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and reads access tokens: user, session and time of expiry. */
public final class AccessTokens {
  /** Long enough that refreshing is rare, short enough that a stolen one is soon worthless. */
  public static final Duration DEFAULT_LIFE = Duration.ofMinutes(15);

  private static final String ISSUER = "menagerie";
  private static final String SESSION = "sid";

  private final SigningKeys keys;
  private final Duration life;
  private final Clock clock;
  private final Map<@Nullable String, JWTVerifier> verifiers = new HashMap<>();

  /**
   * Issues and reads access tokens.
   *
   * @param life how long a token is valid
   */
  public AccessTokens(SigningKeys keys, Duration life, Clock clock) {
    this.keys = keys;
    this.life = life;
    this.clock = clock;
    for (String id : keys.ids()) verifiers.put(id, verifier(keys.find(id).orElseThrow()));
  }

  private JWTVerifier verifier(Algorithm algorithm) {
    var demands =
        JWT.require(algorithm)
            .withIssuer(ISSUER)
            .withAudience(ISSUER)
            .withClaimPresence("exp")
            .withClaimPresence(SESSION)
            // The clocks of the nodes that make and read a token may be minutes apart: when it was
            // made proves nothing, its end alone counts.
            .ignoreIssuedAt();
    return ((JWTVerifier.BaseVerification) demands).build(clock);
  }

  Duration life() {
    return life;
  }

  String issue(UserId user, String session) {
    var now = clock.instant();
    return JWT.create()
        .withKeyId(keys.currentId())
        .withIssuer(ISSUER)
        .withAudience(ISSUER)
        .withSubject(user.value())
        .withClaim(SESSION, session)
        .withIssuedAt(now)
        .withExpiresAt(now.plus(life))
        .sign(keys.current());
  }

  /** The content of a verified token. Its user and session may no longer exist. */
  record Claims(UserId user, String session, Instant expiresAt) {}

  /** Empty for anything that is not a token of ours that is valid now. */
  Optional<Claims> read(String token) {
    try {
      var verifier = verifiers.get(JWT.decode(token).getKeyId());
      return verifier == null ? Optional.empty() : claims(verifier.verify(token));
    } catch (JWTVerificationException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Claims> claims(DecodedJWT token) {
    String subject = token.getSubject();
    String session = token.getClaim(SESSION).asString();
    var expiry = token.getExpiresAtAsInstant();
    if (subject == null || session == null || expiry == null) return Optional.empty();
    return Optional.of(new Claims(new UserId(subject), session, expiry));
  }
}
