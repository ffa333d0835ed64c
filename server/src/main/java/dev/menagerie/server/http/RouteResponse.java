package dev.menagerie.server.http;

import java.util.Optional;

/** The result of a handler; the route knows the status. */
public sealed interface RouteResponse<R> {
  /** A value, written as JSON. */
  record Value<R>(R value, Optional<String> location) implements RouteResponse<R> {}

  /** JSON that was written before. */
  record Written<R>(Document document) implements RouteResponse<R> {}

  /** Done, and nothing to say. */
  record Nothing<R>() implements RouteResponse<R> {}

  /** A value, written as JSON. */
  static <R> RouteResponse<R> of(R value) {
    return new Value<>(value, Optional.empty());
  }

  /** A value that can be read again at a path. */
  static <R> RouteResponse<R> at(String path, R value) {
    return new Value<>(value, Optional.of(path));
  }

  /** A document that is already encoded. */
  static <R> RouteResponse<R> written(Document document) {
    return new Written<>(document);
  }

  /** Success without a body. */
  static <R> RouteResponse<R> nothing() {
    return new Nothing<>();
  }
}
