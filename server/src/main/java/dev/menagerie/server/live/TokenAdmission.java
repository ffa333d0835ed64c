package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.AttributeKey;
import dev.menagerie.socketio.ConnectRequest;
import dev.menagerie.socketio.FailureLimit;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Admits connections with one valid token of a known user, to every namespace. Failures are counted
 * per address, over all namespaces. Any thread; waits for the store.
 */
public final class TokenAdmission {
  /** Whom a connection was admitted as. */
  public static final AttributeKey<Identity> IDENTITY = AttributeKey.of("identity", Identity.class);

  /** Why a connection was not admitted. */
  public static final AttributeKey<ErrorCode> REFUSAL = AttributeKey.of("refusal", ErrorCode.class);

  /** The codes of {@link #REFUSAL}. */
  public static final Set<ErrorCode> REFUSALS =
      Set.of(ErrorCode.UNAUTHENTICATED, ErrorCode.RATE_LIMITED, ErrorCode.UNAVAILABLE);

  /** The payload of an admitted CONNECT. */
  static final AttributeKey<JsonNode> CONNECT = AttributeKey.of("connect", JsonNode.class);

  private static final String BEARER = "Bearer ";

  /** Failed CONNECTs of one address; an honest client meets it with no more than a stale token. */
  private static final int FAILURES_PER_MINUTE = 60;

  private final SignIn signIn;
  private final boolean queryTokens;
  private final FailureLimit failures =
      new FailureLimit(FAILURES_PER_MINUTE, Duration.ofMinutes(1));

  /**
   * @param queryTokens whether a token may come in the query, where proxies may log it
   */
  public TokenAdmission(SignIn signIn, boolean queryTokens) {
    this.signIn = signIn;
    this.queryTokens = queryTokens;
  }

  /** Admits a connection, or says why not. */
  public Admission admit(ConnectRequest request) {
    try {
      var tokens = tokens(request);
      if (tokens.size() != 1) return refused(request);
      var identity = signIn.verify(tokens.iterator().next());
      if (identity.isEmpty()) return refused(request);
      request.attach(IDENTITY, identity.get());
      request.attach(CONNECT, request.auth());
      return Admission.admit();
    } catch (StoreUnavailable unavailable) {
      return refuse(
          request, ErrorCode.UNAVAILABLE, "The server cannot reach its store; try again.");
    }
  }

  /** Turns away an address that fails too often; a valid token from there still gets in. */
  private Admission refused(ConnectRequest request) {
    if (failures.recordFailure(request.handshake().remoteAddress())) {
      request.attach(REFUSAL, ErrorCode.RATE_LIMITED);
      return Admission.turnAway("Too many attempts failed.", data(ErrorCode.RATE_LIMITED));
    }
    return refuse(request, ErrorCode.UNAUTHENTICATED, "A valid token is needed.");
  }

  private static Admission refuse(ConnectRequest request, ErrorCode code, String message) {
    request.attach(REFUSAL, code);
    return Admission.refuse(message, data(code));
  }

  private static EncodedJson data(ErrorCode code) {
    return new EncodedJson(Json.bytes(Map.of("code", code)));
  }

  /** All tokens given, each once: several are fine as long as they agree. */
  private Set<String> tokens(ConnectRequest request) {
    var tokens = new LinkedHashSet<String>();
    var auth = request.auth().get("token");
    if (auth != null && !auth.isNull()) tokens.add(auth.isString() ? auth.stringValue() : "");
    for (String header : request.handshake().headers().all("Authorization")) {
      boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
      tokens.add(bearer ? header.substring(BEARER.length()).strip() : "");
    }
    if (queryTokens) request.handshake().query().first("token").ifPresent(tokens::add);
    return tokens;
  }
}
