package dev.menagerie.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.Limits;
import dev.menagerie.codec.Sha256;
import dev.menagerie.server.http.IdempotencyStore.Claim;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs calls: checks a route's conditions in order of cost and writes its response. */
record Calls(Guards guards) {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final String LOCATION = "Location";

  private static final String JSON = "application/json";

  /** A UUID has 36 characters. */
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /** Cursors, ids and names of ours; nothing a store could stumble over. */
  private static final Pattern PARAMETER = Pattern.compile("\\P{Cntrl}{1,512}");

  private static final Pattern BEARER = Pattern.compile("(?i)Bearer ([A-Za-z0-9._~+/=-]+)");

  /** Longer than any token we make; a longer one is not looked at. */
  private static final int MAX_TOKEN = 4_096;

  /**
   * A request whose head passed everything that its route demands.
   *
   * @param caller what its limits are counted for: the user, or the network of a stranger
   */
  record Admitted<B, R>(
      Route<B, R> route,
      Map<String, String> pathParameters,
      Map<String, String> query,
      Optional<AuthenticatedCaller> user,
      String caller,
      Optional<String> idempotencyKey) {}

  /** Checks the head of a request; its body is not read for a request that is refused here. */
  <B, R> Admitted<B, R> admit(
      Route<B, R> route, Map<String, String> pathParameters, HttpRequest head) {
    String network = RateLimiter.network(head.remoteAddress());
    guards.limiter().require(guards.perAddress(), network);
    Optional<AuthenticatedCaller> user =
        switch (route.access) {
          case ANYONE -> Optional.empty();
          case ANYONE_KNOWN_OR_NOT -> known(head);
          case SIGNED_IN -> Optional.of(known(head).orElseThrow(Calls::unauthenticated));
        };
    String caller = user.map(AuthenticatedCaller::userId).orElse(network);
    if (user.isPresent()) guards.limiter().require(guards.perUser(), caller);
    var query = query(route, head);
    if (head.announcesBody()) requireJson(head);
    return new Admitted<>(route, pathParameters, query, user, caller, idempotencyKey(route, head));
  }

  /** Makes an admitted call, once its body is here. */
  <B, R> HttpResponse make(Admitted<B, R> admitted, HttpRequest request) {
    var route = admitted.route();
    B body = body(route, request);
    for (var limit : route.addressLimits) {
      guards.limiter().require(limit, RateLimiter.network(request.remoteAddress()));
    }
    for (var limit : route.limits) guards.limiter().require(limit, admitted.caller());
    var key = admitted.idempotencyKey();
    var user = admitted.user();
    var call =
        new Call<>(
            admitted.pathParameters(),
            admitted.query(),
            body,
            user.orElse(null),
            request.remoteAddress(),
            key);
    if (key.isEmpty() || user.isEmpty()) {
      return write(route, request, route.handler.handle(call));
    }
    return once(route, request, call, user.get().userId(), key.get());
  }

  private Optional<AuthenticatedCaller> known(HttpRequest request) {
    var headers = request.headers().all("Authorization");
    if (headers.size() != 1 || headers.getFirst().length() > MAX_TOKEN) return Optional.empty();
    var bearer = BEARER.matcher(headers.getFirst());
    return bearer.matches() ? guards.authenticator().identify(bearer.group(1)) : Optional.empty();
  }

  private static HttpRefusal unauthenticated() {
    return HttpRefusal.of(ProblemKind.UNAUTHENTICATED);
  }

  private static Map<String, String> query(Route<?, ?> route, HttpRequest request) {
    var found = new LinkedHashMap<String, String>();
    request
        .query()
        .parameters()
        .forEach((name, values) -> {
          if (!route.queryParameters.containsKey(name)) {
            throw invalid("query", "has a parameter that is not known here");
          }
          if (values.size() > 1) throw invalid("query." + name, "is given more than once");
          if (!PARAMETER.matcher(values.getFirst()).matches()) {
            throw invalid("query." + name, "is not a value of this parameter");
          }
          found.put(name, values.getFirst());
        });
    return found;
  }

  private static <B> @Nullable B body(Route<B, ?> route, HttpRequest request) {
    byte[] bytes = request.body();
    var type = route.body;
    if (type == null) {
      if (bytes.length > 0) requireEmptyObject(request, bytes);
      return null;
    }
    if (bytes.length == 0 && route.bodyNeed == Route.BodyNeed.MAY_BE_MISSING) {
      return read("{}".getBytes(UTF_8), type);
    }
    requireJson(request);
    return read(bytes, type);
  }

  /** Many clients cannot send a POST without a body; an empty object says as little. */
  private static void requireEmptyObject(HttpRequest request, byte[] bytes) {
    requireJson(request);
    read(bytes, NoBody.class);
  }

  /** Only the request's own content is reported as the client's mistake. */
  private static <T> T read(byte[] body, Class<T> type) {
    try {
      return Json.read(body, type, Limits.MESSAGE);
    } catch (InvalidJson invalid) {
      throw HttpRefusal.of(
          ProblemKind.INVALID_MESSAGE, "The body is not what is asked", invalid.problems());
    }
  }

  private record NoBody() {}

  private static void requireJson(HttpRequest request) {
    String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String media = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    boolean utf8 =
        parameters < 0
            || type.substring(parameters + 1).replace("\"", "").strip().equals("charset=utf-8");
    if (!media.equals(JSON) || !utf8) {
      throw HttpRefusal.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static Optional<String> idempotencyKey(Route<?, ?> route, HttpRequest request) {
    if (route.repeating == Route.Repeating.NOT_OFFERED) return Optional.empty();
    var keys = request.headers().all(IDEMPOTENCY_KEY);
    if (keys.isEmpty()) return Optional.empty();
    if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw invalid("header." + IDEMPOTENCY_KEY, "must be one, of 1 to 64 printable characters");
    }
    return Optional.of(keys.getFirst());
  }

  private <B, R> HttpResponse once(
      Route<B, R> route, HttpRequest request, Call<B> call, String userId, String key) {
    return switch (guards.idempotency().claim(userId, key, hash(request))) {
      case Claim.Done(var stored) ->
          located(json(stored.status(), stored.body().getBytes(UTF_8)), stored.location());
      case Claim.Reused _ -> throw HttpRefusal.of(ProblemKind.MESSAGE_ID_REUSED);
      case Claim.InProgress _ -> throw HttpRefusal.of(ProblemKind.IN_PROGRESS);
      case Claim.Fresh _ -> {
        var response = claimed(route, request, call, userId, key);
        guards.idempotency().keep(userId, key, stored(response));
        yield response;
      }
    };
  }

  private static IdempotencyStore.StoredResponse stored(HttpResponse response) {
    return new IdempotencyStore.StoredResponse(
        response.status(), new String(response.body(), UTF_8), response.headers().first(LOCATION));
  }

  /** Only a refusal frees the key: after any other failure the outcome is unknown. */
  private <B, R> HttpResponse claimed(
      Route<B, R> route, HttpRequest request, Call<B> call, String userId, String key) {
    try {
      return write(route, request, route.handler.handle(call));
    } catch (HttpRefusal refused) {
      guards.idempotency().free(userId, key);
      throw refused;
    }
  }

  private static byte[] hash(HttpRequest request) {
    byte[] line = (request.method() + " " + request.path() + "\n").getBytes(UTF_8);
    return Sha256.of(line, request.body());
  }

  private static <R> HttpResponse write(
      Route<?, R> route, HttpRequest request, RouteResponse<R> result) {
    return switch (result) {
      case RouteResponse.Nothing<R> _ -> HttpResponse.of(route.status);
      case RouteResponse.Written<R>(var document) ->
          route.method == HttpMethod.GET
              ? tagged(route, request, document)
              : json(route.status, document.bytes());
      case RouteResponse.Value<R>(var value, var location) -> {
        var response =
            route.method == HttpMethod.GET
                ? tagged(route, request, Document.of(value))
                : json(route.status, Json.bytes(value));
        yield located(response, location);
      }
    };
  }

  private static HttpResponse located(HttpResponse response, Optional<String> location) {
    return location.isEmpty() ? response : response.with(LOCATION, location.get());
  }

  private static HttpResponse tagged(Route<?, ?> route, HttpRequest request, Document document) {
    return document.response(request, route.status, JSON, cacheControl(route.caching));
  }

  private static String cacheControl(Route.Caching caching) {
    return switch (caching) {
      case NEVER -> "private, no-cache";
      case SHARED -> "public, no-cache";
    };
  }

  private static HttpResponse json(int status, byte[] body) {
    return HttpResponse.of(status, JSON, body);
  }

  private static HttpRefusal invalid(String where, String what) {
    return HttpRefusal.of(
        ProblemKind.INVALID_MESSAGE,
        "The request is not what is asked",
        List.of(new JsonProblem(where, what)));
  }
}
