package dev.menagerie.codec;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members that a type of record has in JSON, for writers that need a part of it. */
public final class Members {
  private static final ClassValue<Members> OF =
      new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
          return new Members(Shapes.of(type));
        }
      };

  private final @Nullable RecordShape shape;
  private final List<Member> members;
  private final int id;

  private Members(Shape shape) {
    this.shape = shape instanceof RecordShape record ? record : null;
    this.members = this.shape == null ? List.of() : this.shape.members();
    int found = -1;
    for (int i = 0; i < members.size(); i++) if (members.get(i).name().equals("id")) found = i;
    this.id = found;
  }

  /**
   * The members of a record, in the order of its components.
   *
   * @throws IllegalArgumentException if the type is no record
   */
  public static Members of(Class<?> type) {
    return OF.get(type);
  }

  /** False for a record that is written as its only value. */
  public boolean isObject() {
    return shape != null;
  }

  /** The number of members. */
  public int count() {
    return members.size();
  }

  /** The name of a member in JSON, in snake case. */
  public String name(int index) {
    return members.get(index).name();
  }

  /** A member's value; null where JSON has null, and where it is left out. */
  public @Nullable Object value(Object record, int index) {
    var value = get(record, index);
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  /** Whether the member is left out. */
  public boolean isAbsent(Object record, int index) {
    return get(record, index) instanceof Optional<?> optional && optional.isEmpty();
  }

  private @Nullable Object get(Object record, int index) {
    return requireNonNull(shape).access().get(record, index);
  }

  /** The value of the member named id; null if there is none. */
  public @Nullable Object id(Object record) {
    return id < 0 ? null : value(record, id);
  }
}
