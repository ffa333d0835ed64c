package dev.menagerie.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.menagerie.server.oidc.SignInRefused.Reason;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The provider: where browsers go, and what a code that they bring back proves (OpenID Connect Core
 * 1.0, authorization code flow; PKCE, RFC 7636). Thread safe; may wait for the issuer.
 */
public final class OidcIssuer implements AutoCloseable {
  /** Signatures by keys that the issuer alone has. */
  private static final Set<JWSAlgorithm> ACCEPTED = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

  /** Of a message in the log. */
  private static final int MAX_MESSAGE = 200;

  private final OidcSettings settings;
  private final ClientID clientId;
  private final IssuerHttp http = new IssuerHttp();
  private final IssuerDocument document;

  private volatile Optional<Keys> keys = Optional.empty();

  /** The issuer's keys, cached; a token with a new key's id has them read again. */
  private record Keys(URI address, JWKSource<SecurityContext> source) {}

  /** The provider of these settings; nothing is read from it yet. */
  public OidcIssuer(OidcSettings settings) {
    this.settings = settings;
    this.clientId = new ClientID(settings.clientId());
    this.document = new IssuerDocument(settings.issuer(), http);
  }

  /** What the operator registered. */
  OidcSettings settings() {
    return settings;
  }

  /** Where a browser goes to sign in. */
  URI authorization(PendingSignIn pending) throws IssuerUnavailable {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid", "profile"), clientId, settings.returnTo())
        .endpointURI(document.get().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Exchanges a code for an ID token and validates it: signature, issuer, audience, time and nonce.
   *
   * @param code what the browser brought back
   * @param responseIssuer {@code iss} of the response (RFC 9207), if there was one
   */
  OidcClaims claims(PendingSignIn pending, String code, Optional<String> responseIssuer)
      throws IssuerUnavailable, SignInRefused {
    var metadata = document.get();
    boolean isIssuer = responseIssuer.filter(settings.issuer().toString()::equals).isPresent();
    if (!isIssuer
        && (responseIssuer.isPresent() || metadata.supportsAuthorizationResponseIssuerParam())) {
      throw notProven("the response is another issuer's");
    }
    var token = exchange(metadata, pending, code);
    return claims(validated(metadata, token, new Nonce(pending.nonce())));
  }

  private JWT exchange(OIDCProviderMetadata metadata, PendingSignIn pending, String code)
      throws IssuerUnavailable, SignInRefused {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), settings.returnTo(), new CodeVerifier(pending.verifier()));
    var endpoint = metadata.getTokenEndpointURI();
    var request =
        authentication(metadata)
            .map(proof -> new TokenRequest.Builder(endpoint, proof, grant).build())
            .orElseGet(() -> new TokenRequest.Builder(endpoint, clientId, grant).build());
    var reply = http.send(request.toHTTPRequest());
    if (reply.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
      throw new IssuerUnavailable("the token endpoint answers " + reply.getStatusCode());
    }
    try {
      var response = OIDCTokenResponseParser.parse((HTTPResponse) reply);
      if (response.indicatesSuccess()) {
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      }
      var error = response.toErrorResponse().getErrorObject();
      throw notProven("the token endpoint refuses: " + error.getCode());
    } catch (ParseException unreadable) {
      throw new IssuerUnavailable("the token endpoint's answer cannot be read", unreadable);
    }
  }

  private Optional<ClientAuthentication> authentication(OIDCProviderMetadata metadata) {
    return settings
        .clientSecret()
        .map(Secret::new)
        .map(secret -> {
          var known = metadata.getTokenEndpointAuthMethods();
          boolean inBody =
              known != null
                  && !known.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                  && known.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
          return inBody
              ? new ClientSecretPost(clientId, secret)
              : new ClientSecretBasic(clientId, secret);
        });
  }

  private IDTokenClaimsSet validated(OIDCProviderMetadata metadata, JWT token, Nonce nonce)
      throws IssuerUnavailable, SignInRefused {
    var algorithms =
        metadata.getIDTokenJWSAlgs().stream()
            .filter(ACCEPTED::contains)
            .collect(Collectors.toSet());
    if (algorithms.isEmpty()) {
      throw new IssuerUnavailable("the issuer signs with no algorithm that is accepted here");
    }
    var selector = new JWSVerificationKeySelector<>(algorithms, keys(metadata.getJWKSetURI()));
    var validator = new IDTokenValidator(metadata.getIssuer(), clientId, selector, null);
    try {
      return forUs(validator.validate(token, nonce));
    } catch (KeySourceException unread) {
      throw new IssuerUnavailable("the issuer's keys cannot be read", unread);
    } catch (BadJOSEException | JOSEException invalid) {
      throw notProven("the ID token is invalid: " + invalid.getMessage());
    }
  }

  /** A token for several clients names the one it was issued to. */
  private IDTokenClaimsSet forUs(IDTokenClaimsSet token) throws SignInRefused {
    var party = token.getAuthorizedParty();
    if (party == null || party.getValue().equals(settings.clientId())) return token;
    throw notProven("the ID token was issued to another client");
  }

  /**
   * Keys are read only after the issuer has issued a token, so reading them needs no limit of its
   * own.
   */
  private JWKSource<SecurityContext> keys(URI address) throws IssuerUnavailable {
    var known = keys;
    if (known.filter(one -> one.address().equals(address)).isPresent()) {
      return known.get().source();
    }
    try {
      var source =
          JWKSourceBuilder.<SecurityContext>create(address.toURL(), http)
              .refreshAheadCache(false)
              .rateLimited(false)
              .build();
      keys = Optional.of(new Keys(address, source));
      return source;
    } catch (MalformedURLException unusable) {
      throw new IssuerUnavailable("the address of the issuer's keys cannot be used", unusable);
    }
  }

  private OidcClaims claims(IDTokenClaimsSet token) throws SignInRefused {
    var identity =
        OidcIdentity.parse(settings.issuer().toString(), token.getSubject().getValue())
            .orElseThrow(() -> notProven("the ID token's subject is too long"));
    var nicknames =
        Stream.of("preferred_username", "nickname")
            .flatMap(claim -> Optional.ofNullable(token.getStringClaim(claim)).stream())
            .toList();
    return new OidcClaims(identity, nicknames);
  }

  /** Messages may repeat what the issuer said. */
  private static SignInRefused notProven(String message) {
    return new SignInRefused(
        Reason.NOT_PROVEN, message.substring(0, Math.min(message.length(), MAX_MESSAGE)));
  }

  @Override
  public void close() {
    http.close();
  }
}
