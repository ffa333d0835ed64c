package dev.menagerie.rules.card;

import dev.menagerie.rules.hash.Digests;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/** Hashes of texts: two with the same one say the same. */
final class Prints {
  /** 32 bits: a change shows; a card made to have the print of another harms its maker alone. */
  private static final int SHORT = 4;

  private Prints() {}

  /** Short enough to be kept for every card of every game. */
  static String of(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, SHORT);
  }

  /**
   * Everything that a record says, without what it leaves open: a component that is added later
   * changes the text of no record that does not use it.
   */
  static String content(Object value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(Object value, StringBuilder text) {
    switch (value) {
      case Record part -> members(part, text);
      case Optional<?> given -> append(given.orElseThrow(), text);
      case Collection<?> elements -> {
        text.append('[');
        for (Object element : elements) {
          append(element, text);
          text.append(',');
        }
        text.append(']');
      }
      case Object word -> text.append(word);
    }
  }

  private static void members(Record part, StringBuilder text) {
    text.append(part.getClass().getSimpleName()).append('(');
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = valueOf(part, component);
      if (!isOpen(value)) {
        text.append(component.getName()).append('=');
        append(value, text);
        text.append(';');
      }
    }
    text.append(')');
  }

  private static boolean isOpen(Object value) {
    return value.equals(Optional.empty()) || (value instanceof Collection<?> all && all.isEmpty());
  }

  private static Object valueOf(Record part, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true); // a record may be nested in a private class
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("a component cannot be read: " + component, closed);
    }
  }

  static String whole(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
