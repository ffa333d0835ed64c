package dev.menagerie.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as an object of its components; a member of a sealed type says its {@code type} first.
 */
final class RecordShape implements Shape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final byte[] TYPE = JsonWriter.quoted(SealedShape.TYPE);

  private final Class<?> type;
  private final @Nullable String typeName;
  private final byte @Nullable [] quotedType;
  private final Member[] members;
  private final Map<String, Member> byName = new LinkedHashMap<>();
  private final MethodHandle constructor;

  /** Made for the first value that is written: most types of ours are only ever read. */
  private volatile @Nullable RecordAccess access;

  private RecordShape(Class<?> type) {
    this.type = type;
    this.typeName = SealedShape.isMember(type) ? SealedShape.nameOf(type) : null;
    this.quotedType = typeName == null ? null : JsonWriter.quoted(typeName);
    var components = type.getRecordComponents();
    var all = new Member[components.length];
    for (int i = 0; i < components.length; i++) all[i] = new Member(i, components[i]);
    this.members = all;
    for (var member : members) byName.put(member.name(), member);
    this.constructor = constructor(type, components);
  }

  static Shape of(Class<?> type) {
    var shape = new RecordShape(type);
    boolean isValue =
        shape.members.length == 1
            && shape.members[0].name().equals("value")
            && shape.typeName == null;
    return isValue ? shape.new Value() : shape;
  }

  List<Member> members() {
    return List.of(members);
  }

  /** Whether there is a member of this name. */
  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Reads and writes the record's components. Two threads may make it, each an equal one. */
  RecordAccess access() {
    var known = access;
    if (known == null) access = known = RecordAccessGenerator.of(type, members());
    return known;
  }

  @Override
  public @Nullable Object read(JsonNode node, ReadContext at) {
    if (!node.isObject()) return at.refuse("must be an object");
    int before = at.problems().size();
    for (String name : node.propertyNames()) {
      if (!has(name) && !isTypeMember(name)) {
        at.member(name).refuse("is not known here");
      }
    }
    checkType(node, at);
    @Nullable Object[] values = new Object[members.length];
    for (var member : members) values[member.index()] = value(member, node, at);
    return at.problems().size() > before ? null : construct(values, at);
  }

  private boolean isTypeMember(String name) {
    return typeName != null && name.equals(SealedShape.TYPE);
  }

  private void checkType(JsonNode node, ReadContext at) {
    if (typeName == null) return;
    var tag = node.get(SealedShape.TYPE);
    if (tag != null && !(tag.isString() && tag.stringValue().equals(typeName))) {
      at.member(SealedShape.TYPE).refuse("must be " + typeName);
    }
  }

  private static @Nullable Object value(Member member, JsonNode node, ReadContext at) {
    var child = node.get(member.name());
    var shape = member.shape();
    if (child == null) {
      var absent = shape.absent();
      if (absent == null && !member.nullable()) at.member(member.name()).refuse("is missing");
      return absent;
    }
    if (child.isNull() && member.nullable()) return null;
    return shape.read(child, at.member(member.name()));
  }

  private @Nullable Object construct(@Nullable Object[] values, ReadContext at) {
    try {
      return constructor.invoke(values);
    } catch (IllegalArgumentException | NullPointerException refused) {
      var why = refused.getMessage();
      return at.refuse(why == null ? "is not a valid " + SnakeCase.of(type.getSimpleName()) : why);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("constructor of " + type + " threw a checked exception", e);
    }
  }

  @Override
  public void write(JsonWriter out, Object value) {
    out.beginObject();
    if (quotedType != null) {
      out.quotedName(TYPE).encoded(quotedType);
    }
    writeMembers(out, value);
    out.endObject();
  }

  /** Writes the members alone, into an object that is already open. */
  void writeMembers(JsonWriter out, Object value) {
    access().writeMembers(out, value);
  }

  @Nullable String typeName() {
    return typeName;
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return LOOKUP
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("record is not open to the codec: " + type, e);
    }
  }

  /** A record of one component named {@code value}: an id, a name; it is that value. */
  private final class Value implements Shape {
    private final Member only = members[0];

    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      Object part = only.shape().read(node, at);
      return part == null ? null : construct(new Object[] {part}, at);
    }

    @Override
    public void write(JsonWriter out, Object value) {
      Object part = access().get(value, 0);
      if (part == null) out.nothing();
      else only.shape().write(out, part);
    }
  }
}
