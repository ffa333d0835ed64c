package dev.menagerie.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Finds the shape of a type, once. Recursive types work: members are looked up when first used. */
final class Shapes {
  private static final ClassValue<Shape> CLASSES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return ofClass(type);
        }
      };
  private static final Map<Type, Shape> GENERICS = new ConcurrentHashMap<>();

  private Shapes() {}

  static Shape of(Type type) {
    if (type instanceof Class<?> plain) return CLASSES.get(plain);
    var known = GENERICS.get(type);
    if (known != null) return known;
    var made = ofGeneric(type);
    var raced = GENERICS.putIfAbsent(type, made);
    return raced == null ? made : raced;
  }

  private static Shape ofGeneric(Type type) {
    if (type instanceof WildcardType wildcard) return of(wildcard.getUpperBounds()[0]);
    if (type instanceof TypeVariable) return ContainerShapes.ANY; // a generic record's part
    if (!(type instanceof ParameterizedType parameterized)) throw unsupported(type);
    var raw = (Class<?>) parameterized.getRawType();
    var arguments = parameterized.getActualTypeArguments();
    if (raw == Optional.class) return new ContainerShapes.OptionalShape(arguments[0]);
    if (raw == List.class) return new ContainerShapes.ListShape(arguments[0]);
    if (raw == Set.class) return new ContainerShapes.SetShape(arguments[0]);
    if (raw == Map.class) return new ContainerShapes.MapShape(arguments[0], arguments[1]);
    if (raw == PreEncoded.class) return new ContainerShapes.PremadeShape(arguments[0]);
    if (raw.isRecord()) return of(raw);
    throw unsupported(type);
  }

  private static Shape ofClass(Class<?> type) {
    if (type == String.class) return ScalarShapes.STRING;
    if (type == int.class || type == Integer.class) return ScalarShapes.INT;
    if (type == long.class || type == Long.class) return ScalarShapes.LONG;
    if (type == double.class || type == Double.class) return ScalarShapes.DOUBLE;
    if (type == boolean.class || type == Boolean.class) return ScalarShapes.BOOLEAN;
    if (type == Instant.class) return ScalarShapes.INSTANT;
    if (type == Duration.class) return ScalarShapes.DURATION;
    if (type == RawJson.class) return ScalarShapes.RAW;
    if (JsonNode.class.isAssignableFrom(type)) return ScalarShapes.TREE;
    if (type == int[].class) return ScalarShapes.INTS;
    if (type == Object.class) return ContainerShapes.ANY;
    if (List.class.isAssignableFrom(type)) return new ContainerShapes.ListShape(Object.class);
    if (Set.class.isAssignableFrom(type)) return new ContainerShapes.SetShape(Object.class);
    if (Map.class.isAssignableFrom(type)) {
      return new ContainerShapes.MapShape(String.class, Object.class);
    }
    if (type.isEnum()) return new EnumShape(type);
    if (type.getSuperclass() != null && type.getSuperclass().isEnum()) {
      return of(type.getSuperclass());
    }
    if (type.isRecord()) return RecordShape.of(type);
    if (type.isSealed() && type.isInterface()) return new SealedShape(type);
    throw unsupported(type);
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException("no JSON shape for " + type.getTypeName());
  }
}
