package dev.menagerie.cards.text;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Copies a record with each record inside it replaced, inner ones first. */
final class RecordMap {
  private RecordMap() {}

  /** The value with every record in it, and itself, as {@code change} wants it. */
  @SuppressWarnings("unchecked")
  static <T> T map(T value, UnaryOperator<Object> change) {
    return (T) mapped(value, change);
  }

  private static Object mapped(Object value, UnaryOperator<Object> change) {
    return switch (value) {
      case Optional<?> maybe -> maybe.map(present -> mapped(present, change));
      case List<?> many -> many.stream().map(one -> mapped(one, change)).toList();
      case Record record -> change.apply(made(record, change));
      default -> value;
    };
  }

  private static Object made(Record record, UnaryOperator<Object> change) {
    try {
      List<Object> parts = new ArrayList<>();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        parts.add(mapped(component.getAccessor().invoke(record), change));
      }
      return record.getClass().getDeclaredConstructors()[0].newInstance(parts.toArray());
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("not a public record: " + record.getClass(), closed);
    }
  }
}
