package dev.menagerie.protocol;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonWriter;
import dev.menagerie.codec.Limits;
import dev.menagerie.codec.Members;
import dev.menagerie.codec.RawJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference of two values as an RFC 6902 patch of {@code add}, {@code remove} and {@code
 * replace}, written directly as JSON. A value is a record, a list or a tree. Lists are compared by
 * their elements, because games insert and remove cards. A part whose patch would be longer than
 * the part itself is replaced.
 */
public final class JsonPatch {
  private final JsonWriter out = new JsonWriter().beginArray();
  private int operations;

  JsonPatch() {}

  /** The operations that make {@code to} of {@code from}; none if they are equal. */
  public static ArrayNode between(JsonNode from, JsonNode to) {
    var patch = new JsonPatch();
    patch.compare("", from, to);
    return (ArrayNode) Json.tree(patch.written().utf8(), Limits.DOCUMENT);
  }

  /** The patch; nothing can be added after that. */
  RawJson written() {
    return new RawJson(out.endArray().toBytes());
  }

  /** Adds what makes the one of the other at a path. */
  void compare(String path, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) change(path, from, to);
  }

  /** The same for a member; its path is put together only if something differs. */
  void compare(String parent, String name, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) change(parent + name, from, to);
  }

  /** Adds what makes the one of the other at a path, where they are known to differ. */
  void change(String path, @Nullable Object from, @Nullable Object to) {
    int before = out.size();
    int operationsBefore = operations;
    if (from instanceof List<?> was && to instanceof List<?> is) {
      elements(path, was, is);
    } else if (from instanceof ArrayNode was && to instanceof ArrayNode is) {
      elements(path, list(was), list(is));
    } else if (from instanceof Record was && to instanceof Record is && describeTheSame(was, is)) {
      members(path, was, is);
    } else if (from instanceof ObjectNode was
        && to instanceof ObjectNode is
        && describeTheSame(was, is)) {
      members(path, was, is);
    } else {
      replace(path, to);
    }
    boolean hasParts = operations - operationsBefore > 1;
    if (hasParts && !path.isEmpty()) wholeIfShorter(path, to, before, operationsBefore);
  }

  private void wholeIfShorter(String path, @Nullable Object to, int before, int operationsBefore) {
    int parts = out.size();
    int operationsOfParts = operations;
    replace(path, to);
    boolean isShorter = out.size() - parts < parts - before;
    out.truncate(isShorter ? before : parts);
    operations = isShorter ? operationsBefore : operationsOfParts;
    if (isShorter) replace(path, to);
  }

  /** Two cards are not one card changed: with other ids the whole is shorter than its parts. */
  private static boolean describeTheSame(Record from, Record to) {
    var members = Members.of(to.getClass());
    return from.getClass() == to.getClass()
        && members.isObject()
        && Objects.equals(members.id(from), members.id(to));
  }

  private static boolean describeTheSame(ObjectNode from, ObjectNode to) {
    return Objects.equals(from.get("id"), to.get("id"))
        && Objects.equals(from.get("type"), to.get("type"));
  }

  private void members(String path, Record from, Record to) {
    var members = Members.of(to.getClass());
    for (int i = 0; i < members.count(); i++) {
      boolean was = !members.isAbsent(from, i);
      boolean is = !members.isAbsent(to, i);
      var child = child(path, members.name(i));
      if (was && is) compare(child, members.value(from, i), members.value(to, i));
      else if (was) remove(child);
      else if (is) add(child, members.value(to, i));
    }
  }

  private void members(String path, ObjectNode from, ObjectNode to) {
    for (var member : from.properties()) {
      var after = to.get(member.getKey());
      if (after == null) remove(child(path, member.getKey()));
      else compare(child(path, member.getKey()), member.getValue(), after);
    }
    for (String name : to.propertyNames()) {
      if (!from.has(name)) add(child(path, name), to.get(name));
    }
  }

  private static List<JsonNode> list(ArrayNode array) {
    return array.valueStream().toList();
  }

  /** Leaves out the equal elements at both ends, which most lists mostly consist of. */
  private void elements(String path, List<?> from, List<?> to) {
    int most = Math.min(from.size(), to.size());
    int start = 0;
    while (start < most && Objects.equals(from.get(start), to.get(start))) start++;
    int goneEnd = from.size();
    int comeEnd = to.size();
    while (Math.min(goneEnd, comeEnd) > start
        && Objects.equals(from.get(goneEnd - 1), to.get(comeEnd - 1))) {
      goneEnd--;
      comeEnd--;
    }
    elements(path, start, from.subList(start, goneEnd), to.subList(start, comeEnd));
  }

  /** Walks both lists and writes the removed and added elements. */
  private void elements(String path, int start, List<?> from, List<?> to) {
    var keys = new HashMap<@Nullable Object, Integer>();
    int most = from.size() + to.size();
    var gone = new Ahead(from, keys, most);
    var come = new Ahead(to, keys, most);
    for (int index = start; gone.hasMore() || come.hasMore(); ) {
      if (gone.hasMore() && come.hasMore() && gone.key() == come.key()) {
        compare(path + "/" + index, gone.take(), come.take());
        index++;
      } else if (gone.hasMore() && !come.holds(gone)) {
        gone.take();
        if (come.hasMore() && !gone.holds(come)) {
          replace(path + "/" + index, come.take());
          index++;
        } else {
          remove(path + "/" + index);
        }
      } else if (come.hasMore() && !gone.holds(come)) {
        add(path + "/" + index, come.take());
        index++;
      } else { // it comes back further on
        gone.take();
        remove(path + "/" + index);
      }
    }
  }

  /** The rest of a list, with numbered keys for repeated comparison. */
  private static final class Ahead {
    private final List<?> list;
    private final int[] keys;
    private final int[] left;
    private int next;

    Ahead(List<?> list, Map<@Nullable Object, Integer> numbers, int most) {
      this.list = list;
      this.keys = new int[list.size()];
      this.left = new int[most];
      for (int i = 0; i < keys.length; i++) {
        int fresh = numbers.size();
        var known = numbers.putIfAbsent(key(list.get(i)), fresh);
        keys[i] = known == null ? fresh : known;
        left[keys[i]]++;
      }
    }

    /** A card is compared by its id, every other element by its value. */
    private static @Nullable Object key(@Nullable Object element) {
      @Nullable Object id =
          switch (element) {
            case ObjectNode node -> node.get("id");
            case Record record -> Members.of(record.getClass()).id(record);
            case null, default -> null;
          };
      return id == null ? element : id;
    }

    boolean hasMore() {
      return next < keys.length;
    }

    int key() {
      return keys[next];
    }

    @Nullable Object take() {
      left[key()]--;
      return list.get(next++);
    }

    /** Whether the other's next element is still to come here, too. */
    boolean holds(Ahead other) {
      return left[other.key()] > 0;
    }
  }

  private void add(String path, @Nullable Object value) {
    operation("add", path).name("value").value(value).endObject();
  }

  private void replace(String path, @Nullable Object value) {
    operation("replace", path).name("value").value(value).endObject();
  }

  private void remove(String path) {
    operation("remove", path).endObject();
  }

  private JsonWriter operation(String op, String path) {
    operations++;
    return out.beginObject().name("op").string(op).name("path").string(path);
  }

  private static String child(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
