package dev.menagerie.codec;

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

  private final List<Member> members;
  private final boolean isObject;
  private final int id;

  private Members(Shape shape) {
    this.isObject = shape instanceof RecordShape;
    this.members = shape instanceof RecordShape record ? record.members() : List.of();
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
    return isObject;
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
    var value = members.get(index).of(record);
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  /** Whether the member is left out. */
  public boolean isAbsent(Object record, int index) {
    return members.get(index).of(record) instanceof Optional<?> optional && optional.isEmpty();
  }

  /** The value of the member named id; null if there is none. */
  public @Nullable Object id(Object record) {
    return id < 0 ? null : value(record, id);
  }
}
