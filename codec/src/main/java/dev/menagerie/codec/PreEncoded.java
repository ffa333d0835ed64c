package dev.menagerie.codec;

/**
 * A value that never changes and is written again and again, with its JSON, made once. It reads and
 * is described as the value itself.
 */
public final class PreEncoded<T> {
  private final T value;
  private final RawJson json;

  private PreEncoded(T value) {
    this.value = value;
    this.json = RawJson.of(value);
  }

  /** Wraps a value; it is encoded once, when it is first written. */
  public static <T> PreEncoded<T> of(T value) {
    return new PreEncoded<>(value);
  }

  /** The value itself. */
  public T value() {
    return value;
  }

  RawJson json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PreEncoded<?> premade && value.equals(premade.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
