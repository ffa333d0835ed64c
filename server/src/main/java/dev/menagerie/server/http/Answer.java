package dev.menagerie.server.http;

import java.util.Optional;

/** The result of a handler; the route knows the status. */
public sealed interface Answer<R> {
  /** A value, written as JSON. */
  record Value<R>(R value, Optional<String> location) implements Answer<R> {}

  /** JSON that was written before. */
  record Written<R>(Document document) implements Answer<R> {}

  /** Done, and nothing to say. */
  record Nothing<R>() implements Answer<R> {}

  static <R> Answer<R> of(R value) {
    return new Value<>(value, Optional.empty());
  }

  /** A value that can be read again at a path. */
  static <R> Answer<R> at(String path, R value) {
    return new Value<>(value, Optional.of(path));
  }

  static <R> Answer<R> written(Document document) {
    return new Written<>(document);
  }

  static <R> Answer<R> nothing() {
    return new Nothing<>();
  }
}
