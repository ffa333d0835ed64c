package dev.menagerie.server.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that has passed everything its route demands.
 *
 * @param <B> its body
 */
public final class Call<B> {
  private final Map<String, String> pathParameters;
  private final Map<String, String> query;
  private final @Nullable B body;
  private final @Nullable AuthenticatedCaller user;
  private final String address;
  private final Optional<String> idempotencyKey;

  Call(
      Map<String, String> pathParameters,
      Map<String, String> query,
      @Nullable B body,
      @Nullable AuthenticatedCaller user,
      String address,
      Optional<String> idempotencyKey) {
    this.pathParameters = pathParameters;
    this.query = query;
    this.body = body;
    this.user = user;
    this.address = address;
    this.idempotencyKey = idempotencyKey;
  }

  /** A parameter of the path, by its name in the template. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) throw new IllegalArgumentException("the path has no parameter " + name);
    return value;
  }

  /** A parameter of the query; only those the route declares get here. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * The body.
   *
   * @throws IllegalStateException if the route takes none
   */
  public B body() {
    if (body == null) throw new IllegalStateException("the route takes no body");
    return body;
  }

  /**
   * The caller, on routes for signed-in users.
   *
   * @throws IllegalStateException on other routes, for a caller without a token
   */
  public AuthenticatedCaller user() {
    if (user == null) throw new IllegalStateException("the caller is not signed in");
    return user;
  }

  /** The caller, if a valid token was sent and the route reads tokens. */
  public Optional<AuthenticatedCaller> userIfKnown() {
    return Optional.ofNullable(user);
  }

  /** The client's address as the trusted proxies forward it. */
  public String address() {
    return address;
  }

  /** The client's name for this very request, if the route may be repeated. */
  public Optional<String> idempotencyKey() {
    return idempotencyKey;
  }
}
