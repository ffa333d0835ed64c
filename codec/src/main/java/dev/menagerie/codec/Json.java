package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes records as JSON. Names are snake_case; a sealed type is identified by its {@code
 * type} member; a record whose only component is {@code value} is that value; {@code Optional} is
 * an absent member (or null when read); a {@code @Nullable} component is written as null; an absent
 * list or map is empty; everything else must be there; what is not known is refused, and so are
 * duplicate names, trailing text and other types. An enum is its constant's name in lower case, or
 * its {@code int index()} if it has one. Where a sealed type is read, a bare name means the member
 * of that name whose parts are all left out, and a bare number the only member whose one part is
 * {@code int value}.
 *
 * <p>All methods are thread safe. Nothing but records, enums, sealed interfaces, scalars, lists,
 * sets, maps, {@code Instant} (RFC 3339 UTC, milliseconds) and trees takes part: a type outside of
 * that is refused when first met. ADR 0003 says why this is not an object mapper.
 */
public final class Json {
  private static final JsonMapper MAPPER = mapper(Limits.DOCUMENT);
  private static final ObjectReader DOCUMENTS = MAPPER.readerFor(JsonNode.class);
  private static final ObjectReader MESSAGES = mapper(Limits.MESSAGE).readerFor(JsonNode.class);

  private Json() {}

  /** Reads a document of ours. */
  public static <T> T read(byte[] json, Class<T> type) {
    return bind(tree(json, Limits.DOCUMENT), type);
  }

  /** Reads a document of ours. */
  public static <T> T read(String json, Class<T> type) {
    return read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Reads a document within limits. */
  public static <T> T read(byte[] json, Class<T> type, Limits limits) {
    return bind(tree(json, limits), type);
  }

  /** Makes a value of a tree; every problem is reported, not the first alone. */
  public static <T> T bind(JsonNode tree, Class<T> type) {
    var problems = new ArrayList<JsonProblem>();
    Object value = Shapes.of(type).read(tree, new ReadContext("$", problems));
    if (!problems.isEmpty()) throw new InvalidJson(problems);
    if (value == null) throw InvalidJson.at("$", "must not be null");
    return type.cast(value);
  }

  /** Makes a list of an array's elements. */
  public static <T> List<T> bindList(JsonNode tree, Class<T> type) {
    if (!tree.isArray()) throw InvalidJson.at("$", "must be an array");
    var problems = new ArrayList<JsonProblem>();
    var shape = Shapes.of(type);
    var values = new ArrayList<T>(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      Object value = shape.read(tree.get(i), new ReadContext("$[" + i + "]", problems));
      if (value != null) values.add(type.cast(value));
    }
    if (!problems.isEmpty()) throw new InvalidJson(problems);
    return List.copyOf(values);
  }

  /** Parses only: well-formed, within the limits, no duplicate names, nothing behind. */
  public static JsonNode tree(byte[] json, Limits limits) {
    if (json.length > limits.bytes()) {
      throw InvalidJson.at("$", "longer than " + limits.bytes() + " bytes");
    }
    return parsed(limits, () -> reader(limits).readValue(json));
  }

  /** Runs a parser; what it refuses is {@link InvalidJson}. */
  static <T> T parsed(Limits limits, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (StreamConstraintsException e) {
      throw InvalidJson.at("$", "nested deeper than " + limits.depth() + " or a number too long");
    } catch (JacksonException e) {
      var where = e.getLocation();
      String at = where == null ? "" : " at byte " + Math.max(0, where.getByteOffset());
      throw InvalidJson.at("$", "not well-formed JSON" + at);
    }
  }

  /** The UTF-8 JSON of a value. */
  public static byte[] bytes(Object value) {
    return new JsonWriter().value(value).toBytes();
  }

  /** The JSON of a value as text. */
  public static String text(Object value) {
    return new JsonWriter().value(value).toText();
  }

  /** The JSON of a value, indented for people. */
  public static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(toTree(value));
  }

  /** A value as a tree. */
  public static JsonNode toTree(Object value) {
    return value instanceof JsonNode node ? node : tree(bytes(value), Limits.DOCUMENT);
  }

  /** Writes a value where a writer is. */
  public static void write(JsonWriter out, Object value) {
    Shapes.of(value.getClass()).write(out, value);
  }

  /** Writes a record's members into an object that the caller opened, without its type member. */
  public static void writeMembers(JsonWriter out, Record value) {
    ((RecordShape) Shapes.of(value.getClass())).writeMembers(out, value);
  }

  static byte[] bytesOf(JsonNode tree) {
    return MAPPER.writeValueAsBytes(tree);
  }

  private static ObjectReader reader(Limits limits) {
    if (limits.equals(Limits.MESSAGE)) return MESSAGES;
    if (limits.equals(Limits.DOCUMENT)) return DOCUMENTS;
    return mapper(limits).readerFor(JsonNode.class);
  }

  private static JsonMapper mapper(Limits limits) {
    var factory = parsers(limits).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /** Parsers within limits; they do not look for duplicate names. */
  static JsonFactoryBuilder parsers(Limits limits) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxNumberLength(32) // longer than any number of ours
            .maxStringLength(limits.bytes())
            .build();
    return JsonFactory.builder().streamReadConstraints(constraints);
  }
}
