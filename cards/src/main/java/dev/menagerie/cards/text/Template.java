package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value with holes. {@link #sample} fills each hole with a sample that is easily found in a text;
 * {@link #build} fills it with a value that was read.
 */
sealed interface Template {
  /** The value with samples in its holes. */
  Object sample();

  /** The value with these parts in its holes, by number. */
  Object build(Map<Integer, Object> parts);

  /** Its holes, in the order of its components. */
  default List<Hole> holes() {
    return switch (this) {
      case Constant _ -> List.of();
      case Hole hole -> List.of(hole);
      case Present(var value) -> value.holes();
      case Many(var values) -> values.stream().flatMap(value -> value.holes().stream()).toList();
      case Of(_, var components) ->
          components.stream().flatMap(component -> component.holes().stream()).toList();
    };
  }

  /** No hole at all. */
  record Constant(Object value) implements Template {
    @Override
    public Object sample() {
      return value;
    }

    @Override
    public Object build(Map<Integer, Object> parts) {
      return value;
    }
  }

  /** A hole. */
  record Hole(int part, Kind kind) implements Template {
    @Override
    public Object sample() {
      return kind.sample(part);
    }

    @Override
    public Object build(Map<Integer, Object> parts) {
      Object given = parts.get(part);
      return given == null ? kind.unsaid(part) : kind.meant(given);
    }
  }

  /** A present optional. */
  record Present(Template value) implements Template {
    @Override
    public Object sample() {
      return Optional.of(value.sample());
    }

    @Override
    public Object build(Map<Integer, Object> parts) {
      return Optional.of(value.build(parts));
    }
  }

  /** A list with that many elements. */
  record Many(List<Template> values) implements Template {
    @Override
    public Object sample() {
      return values.stream().map(Template::sample).toList();
    }

    @Override
    public Object build(Map<Integer, Object> parts) {
      return values.stream().map(value -> value.build(parts)).toList();
    }
  }

  /** A record of these components. */
  record Of(Class<?> type, List<Template> components) implements Template {
    @Override
    public Object sample() {
      return made(Template::sample);
    }

    @Override
    public Object build(Map<Integer, Object> parts) {
      return made(component -> component.build(parts));
    }

    private Object made(Function<Template, Object> value) {
      try {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        return constructor.newInstance(components.stream().map(value).toArray());
      } catch (ReflectiveOperationException closed) {
        throw new IllegalStateException("not a public record: " + type, closed);
      }
    }
  }

  /** The content of a hole. */
  enum Kind {
    WHOLE_NUMBER,
    NEGATIVE_NUMBER,
    NAME,
    LABEL,
    TAG,
    AMOUNT,
    CONDITION,
    TARGET,
    FILTER,
    EFFECTS,
    STATIC,
    STATIC_OF_PLAYER,
    PROVIDED;

    /** Numbers in holes are larger than any number of a card. */
    private static final int NUMBERS = 7_900;

    /** How the sample of a hole is marked in a text. */
    static String mark(int part) {
      return "⟦" + part + "⟧";
    }

    /** The sample number of a hole. */
    static int number(int part) {
      return NUMBERS + part;
    }

    Object sample(int part) {
      Filter named = new Filter.Named(mark(part));
      Target marked = new Target.Every(Player.YOU, Optional.empty(), Optional.of(named));
      return switch (this) {
        case WHOLE_NUMBER -> number(part);
        case NEGATIVE_NUMBER -> -number(part);
        case NAME, LABEL, TAG -> mark(part);
        case AMOUNT -> new Amount.RetreatCost(marked);
        case CONDITION ->
            new Condition.AtLeast(new Amount.RetreatCost(marked), new Amount.Fixed(0));
        case TARGET -> marked;
        case FILTER -> new Filter.Tagged(mark(part));
        case EFFECTS -> List.of(new Effect.KnockOut(marked));
        case STATIC ->
            new Static.EnergyProvides(
                List.of(new Provides(Arrays.asList(EnergyType.FIRE))), Optional.of(named));
        case PROVIDED -> List.of(new Provides(List.of(EnergyType.WATER, EnergyType.PSYCHIC)));
        case STATIC_OF_PLAYER -> new Static.CannotPlay(named);
      };
    }

    /**
     * The value behind the text: a tag is written with a capital letter, a reduction as a positive
     * number.
     */
    Object meant(Object said) {
      return switch (said) {
        case String name when this == TAG -> Phrases.uncapitalized(name);
        case Integer number when this == NEGATIVE_NUMBER -> -number;
        default -> said;
      };
    }

    /** The value of a hole that the text does not contain: names are given later. */
    Object unsaid(int part) {
      if (this == NAME) {
        return TextReferences.UNNAMED;
      }
      throw new IllegalStateException("a phrase says nothing of its part " + part + ", a " + this);
    }
  }
}
