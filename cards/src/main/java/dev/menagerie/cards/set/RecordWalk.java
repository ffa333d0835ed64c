package dev.menagerie.cards.set;

import dev.menagerie.codec.SnakeCase;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A walk through everything a record holds, each value with its path as JSON has it. */
public final class RecordWalk {
  private final BiConsumer<String, Object> visitor;

  private RecordWalk(BiConsumer<String, Object> visitor) {
    this.visitor = visitor;
  }

  /** Visits the value first, then its parts in printed order. */
  public static void visit(String path, Object value, BiConsumer<String, Object> visitor) {
    new RecordWalk(visitor).walk(path, value);
  }

  private void walk(String path, Object value) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(present -> walk(path, present));
      case Collection<?> many -> {
        int i = 0;
        for (Object one : many) {
          walk(path + "[" + i++ + "]", one);
        }
      }
      case Record record -> {
        visitor.accept(path, record);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          walk(path + "." + SnakeCase.of(component.getName()), part(record, component));
        }
      }
      default -> visitor.accept(path, value);
    }
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("not a public record: " + record.getClass(), closed);
    }
  }
}
