package dev.menagerie.codec;

/**
 * A value that never changes and is written again and again, with its JSON, made once. It reads and
 * is described as the value itself.
 */
public final class Premade<T> {
  private final T value;
  private final RawJson json;

  private Premade(T value) {
    this.value = value;
    this.json = RawJson.of(value);
  }

  public static <T> Premade<T> of(T value) {
    return new Premade<>(value);
  }

  public T value() {
    return value;
  }

  RawJson json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Premade<?> premade && value.equals(premade.value);
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
