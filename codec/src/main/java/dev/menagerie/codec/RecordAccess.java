package dev.menagerie.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of one type of record, and writes them. {@link RecordAccessGenerator} makes
 * a class of it for each type, beside the record; it is public for those classes alone. Any thread.
 */
public abstract class RecordAccess {
  /** For generated classes. */
  protected RecordAccess() {}

  /** The value of a component, by its place from 0. */
  protected abstract @Nullable Object get(Object record, int index);

  /** Writes all members into an object that is open. */
  protected abstract void writeMembers(JsonWriter out, Object record);

  /** Writes a member that is a whole number. */
  protected static void number(JsonWriter out, byte[] name, long value) {
    out.quotedName(name).number(value);
  }

  /** Writes a member that is true or false. */
  protected static void bool(JsonWriter out, byte[] name, boolean value) {
    out.quotedName(name).bool(value);
  }

  /** Writes a member that is a text or null. */
  protected static void text(JsonWriter out, byte[] name, @Nullable String value) {
    out.quotedName(name);
    if (value == null) out.nothing();
    else out.string(value);
  }

  /** Writes a member that may be left out. */
  protected static void optional(
      JsonWriter out, byte[] name, Optional<?> value, Object optionalShape) {
    if (value.isEmpty()) return;
    out.quotedName(name);
    ((Shape) optionalShape).write(out, value);
  }

  /**
   * Writes any other member, null as null.
   *
   * @param shape a {@link Shape}, which generated classes cannot name
   */
  protected static void part(JsonWriter out, byte[] name, @Nullable Object value, Object shape) {
    out.quotedName(name);
    if (value == null) out.nothing();
    else ((Shape) shape).write(out, value);
  }
}
