package dev.menagerie.server.http;

import dev.menagerie.codec.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call: method, path, access, body, responses and handler. The documentation is written from it
 * and the router enforces it.
 *
 * <pre>{@code
 * Route.post("/decks", "createDeck", "Keep a new deck")
 *     .takes(NewDeck.class)
 *     .responds(201, DeckView.class)
 *     .refuses(DECK_INVALID, LIMIT_REACHED)
 *     .by(call -> RouteResponse.of(decks.create(call.user(), call.body())));
 * }</pre>
 *
 * @param <B> the body it takes; {@code Void} without one
 * @param <R> the value of the response; {@code Void} without one
 */
public final class Route<B, R> {
  /** A call without a body may have an empty object, with blanks. */
  private static final int EMPTY_OBJECT_BYTES = 64;

  final HttpMethod method;
  final PathTemplate path;
  final String id;
  final String summary;
  final Access access;
  final @Nullable Class<B> body;
  final BodyNeed bodyNeed;
  final int maxBodyBytes;
  final int status;
  final Optional<Outcome> outcome;
  final Map<String, String> queryParameters;
  final Set<ProblemKind> refusals;
  final List<RateLimit> limits;
  final List<RateLimit> addressLimits;
  final Repeating repeating;
  final Caching caching;
  final boolean refusedWhileStopping;
  final Handler<B, R> handler;

  private Route(Builder<B, R> builder, Handler<B, R> handler) {
    this.method = builder.method;
    this.path = builder.path;
    this.id = builder.id;
    this.summary = builder.summary;
    this.access = builder.access;
    this.body = builder.body;
    this.bodyNeed = builder.bodyNeed;
    this.maxBodyBytes = builder.body == null ? EMPTY_OBJECT_BYTES : builder.maxBodyBytes;
    this.status = builder.status;
    this.outcome = Optional.ofNullable(builder.outcome);
    this.queryParameters = Map.copyOf(builder.queryParameters);
    this.refusals = Set.copyOf(builder.refusals);
    this.limits = List.copyOf(builder.limits);
    this.addressLimits = List.copyOf(builder.addressLimits);
    this.repeating = builder.repeating;
    this.caching = builder.caching;
    this.refusedWhileStopping = builder.refusedWhileStopping;
    this.handler = handler;
  }

  /** Whether only programs ask for it: a browser gets the response too, not the page. */
  boolean isForMachines() {
    return path.text().startsWith("/health/");
  }

  /** Does the work of a call. Runs on a virtual thread and may wait. */
  @FunctionalInterface
  public interface Handler<B, R> {
    RouteResponse<R> handle(Call<B> call);
  }

  /** Whether a client may repeat a request under an {@code Idempotency-Key}. */
  enum Repeating {
    NOT_OFFERED,
    OFFERED
  }

  /** The meaning of a missing body. */
  enum BodyNeed {
    REQUIRED,
    /** As much as an empty object. */
    MAY_BE_MISSING
  }

  /** Whether caches may keep a response. */
  enum Caching {
    NEVER,
    /** Any cache may store it and must revalidate it. */
    SHARED
  }

  /** The value of a success: one value of a type, or a page of them. */
  sealed interface Outcome {
    record One(Class<?> type) implements Outcome {}

    record Paged(Class<?> item) implements Outcome {}
  }

  /** Starts a route for GET, and for HEAD with it. */
  public static Builder<Void, Void> get(String path, String id, String summary) {
    return new Builder<>(HttpMethod.GET, path, id, summary);
  }

  /** Starts a route for POST. */
  public static Builder<Void, Void> post(String path, String id, String summary) {
    return new Builder<>(HttpMethod.POST, path, id, summary);
  }

  /** Starts a route for PUT. */
  public static Builder<Void, Void> put(String path, String id, String summary) {
    return new Builder<>(HttpMethod.PUT, path, id, summary);
  }

  /** Starts a route for DELETE. */
  public static Builder<Void, Void> delete(String path, String id, String summary) {
    return new Builder<>(HttpMethod.DELETE, path, id, summary);
  }

  /** The builder of a route. By default the route requires sign-in and responds 204. */
  public static final class Builder<B, R> {
    private final HttpMethod method;
    private final PathTemplate path;
    private final String id;
    private final String summary;
    private final Map<String, String> queryParameters = new LinkedHashMap<>();
    private final Set<ProblemKind> refusals = new LinkedHashSet<>();
    private final List<RateLimit> limits = new ArrayList<>();
    private final List<RateLimit> addressLimits = new ArrayList<>();
    private Access access = Access.SIGNED_IN;
    private Repeating repeating = Repeating.NOT_OFFERED;
    private Caching caching = Caching.NEVER;
    private boolean refusedWhileStopping;
    private @Nullable Class<B> body;
    private BodyNeed bodyNeed = BodyNeed.REQUIRED;
    private int maxBodyBytes = Limits.MESSAGE.bytes();
    private @Nullable Outcome outcome;
    private int status = 204;

    private Builder(HttpMethod method, String path, String id, String summary) {
      this.method = method;
      this.path = PathTemplate.of(path);
      this.id = id;
      this.summary = summary;
    }

    /** No token is asked for, and none is looked at. */
    public Builder<B, R> forAnyone() {
      access = Access.ANYONE;
      return this;
    }

    /** A server that stops answers {@code busy}: the call would begin what another one should. */
    public Builder<B, R> refusedWhileStopping() {
      refusedWhileStopping = true;
      return this;
    }

    /** A token is optional; a valid one makes the caller known to the handler. */
    public Builder<B, R> forAnyoneKnownOrNot() {
      access = Access.ANYONE_KNOWN_OR_NOT;
      return this;
    }

    /** A JSON body of this type, which is required. */
    @SuppressWarnings("unchecked") // the builder changes its own type
    public <T> Builder<T, R> takes(Class<T> type) {
      var changed = (Builder<T, R>) this;
      changed.body = type;
      return changed;
    }

    /** The longest body, in bytes; up to {@link Limits#MESSAGE}, which holds without this. */
    public Builder<B, R> upTo(int bytes) {
      if (bytes < 1 || bytes > Limits.MESSAGE.bytes()) {
        throw new IllegalArgumentException("not a limit of a body: " + bytes);
      }
      maxBodyBytes = bytes;
      return this;
    }

    /** A body that may be left out, and then is an empty object. */
    public <T> Builder<T, R> mayTake(Class<T> type) {
      bodyNeed = BodyNeed.MAY_BE_MISSING;
      return takes(type);
    }

    /** A success has this status and a value of this type. */
    @SuppressWarnings("unchecked")
    public <T> Builder<B, T> responds(int success, Class<T> type) {
      status = success;
      outcome = new Outcome.One(type);
      return (Builder<B, T>) this;
    }

    /** A success is 200 and a page of values of this type. */
    @SuppressWarnings("unchecked")
    public <T> Builder<B, Page<T>> respondsPageOf(Class<T> item) {
      status = 200;
      outcome = new Outcome.Paged(item);
      return (Builder<B, Page<T>>) this;
    }

    /** A parameter of the query, always optional; those not declared are refused. */
    public Builder<B, R> query(String name, String description) {
      queryParameters.put(name, description);
      return this;
    }

    /** Refusals of this call beyond those that any call may meet. */
    public Builder<B, R> refuses(ProblemKind... kinds) {
      refusals.addAll(List.of(kinds));
      return this;
    }

    /** A limit of its own: per user, or per address for callers that are not signed in. */
    public Builder<B, R> limitedTo(RateLimit limit) {
      limits.add(limit);
      return this;
    }

    /** A limit for all callers of one address together, signed in or not. */
    public Builder<B, R> limitedByAddressTo(RateLimit limit) {
      addressLimits.add(limit);
      return this;
    }

    /**
     * A repeated {@code Idempotency-Key} with the same body gets the stored response; the call runs
     * once.
     */
    public Builder<B, R> repeatable() {
      repeating = Repeating.OFFERED;
      return this;
    }

    /** The response is the same for all callers; shared caches may keep it and revalidate. */
    public Builder<B, R> cacheable() {
      caching = Caching.SHARED;
      return this;
    }

    /** The finished route, handled by this; the handler runs on a virtual thread and may wait. */
    public Route<B, R> by(Handler<B, R> handler) {
      return new Route<>(this, handler);
    }
  }

  @Override
  public String toString() {
    return method + " " + path.text();
  }
}
