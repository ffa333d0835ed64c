package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.CustomEffects;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random programs over the whole vocabulary, read off the records by reflection: a new word is
 * generated without a change here. Members that may be absent are absent, say their default, or
 * something else.
 */
final class RandomPrograms {
  private static final List<String> NAMES =
      List.of("Quiltbear", "Old Mill", "Fern of Dawn", "Lantern 9", "Moth ex");
  private static final List<String> TAGS = List.of("ancient", "swarm");
  private static final List<String> LABELS = List.of("draw", "heal it", "Take aim");

  /** What a filter is about decides which questions make sense. */
  private enum About {
    CARD,
    ENERGY,
    POKEMON
  }

  private final RandomGenerator random;
  private final int deepest;
  private int loops;

  /**
   * @param deepest how many levels of parts a program has
   */
  RandomPrograms(RandomGenerator random, int deepest) {
    this.random = random;
    this.deepest = deepest;
  }

  /** A word of this type with random parts. */
  <T> T word(Class<T> type) {
    return type.cast(record(type, 0));
  }

  private List<Effect> effects(int depth) {
    List<Effect> effects = new ArrayList<>();
    int size = 1 + random.nextInt(2);
    for (int i = 0; i < size; i++) {
      effects.add(effect(depth));
    }
    return effects;
  }

  private Effect effect(int depth) {
    return (Effect) record(pick(Effect.class.getPermittedSubclasses()), depth);
  }

  private Object record(Class<?> type, int depth) {
    if (type == Effect.Custom.class) {
      return new Effect.Custom(CustomEffects.REDEAL_PRIZES, Map.of());
    }
    if (type == Effect.ForEach.class) {
      Target in = (Target) sealed(Target.class, type, depth + 1);
      loops++;
      List<Effect> effects = effects(depth + 1);
      loops--;
      return new Effect.ForEach(in, effects);
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(type, components[i].getName(), components[i].getGenericType(), depth);
    }
    try {
      return type.getDeclaredConstructors()[0].newInstance(parts);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("not a public record: " + type, closed);
    }
  }

  private Object part(Class<?> owner, String name, Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return optional(owner, name, inner, depth);
      }
      if (inner == Effect.class) {
        return depth >= deepest ? List.of(new Effect.EndTurn()) : effects(depth + 1);
      }
      return list(owner, name, (Class<?>) inner, depth);
    }
    return plain(owner, name, (Class<?>) type, depth);
  }

  private Optional<?> optional(Class<?> owner, String name, Type inner, int depth) {
    boolean isGiven = !name.equals("as") && random.nextInt(5) < 2;
    if (!isGiven) {
      return Optional.empty();
    }
    if (inner == Boolean.class) {
      return Optional.of(random.nextBoolean());
    }
    if (inner instanceof Class<?> type && type.isEnum()) {
      return Optional.of(pick(type.getEnumConstants()));
    }
    if (inner == Integer.class) {
      return Optional.of(1 + random.nextInt(40));
    }
    return Optional.of(part(owner, name, inner, depth));
  }

  private List<?> list(Class<?> owner, String name, Class<?> element, int depth) {
    if (element == Provides.class) {
      return List.of(new Provides(List.of(pick(EnergyType.values()))));
    }
    if (element == Filter.class) {
      return filters(owner, depth);
    }
    int size = (element == Static.class ? 1 : 2) + random.nextInt(2);
    List<Object> many = new ArrayList<>();
    while (many.size() < size) {
      Object one = plain(owner, name, element, depth + 1);
      if (!owner.isInstance(one)) {
        many.add(one); // a sum of sums is a sum
      }
    }
    return many;
  }

  private List<Filter> filters(Class<?> owner, int depth) {
    List<Filter> filters = new ArrayList<>();
    while (filters.size() < 2) {
      Filter one = filter(About.POKEMON, depth + 1);
      if (!owner.isInstance(one) && !filters.contains(one)) {
        filters.add(one);
      }
    }
    return filters;
  }

  private Object plain(Class<?> owner, String name, Class<?> type, int depth) {
    if (type == int.class || type == Integer.class) {
      int number = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
      boolean maySink = Static.class.isAssignableFrom(owner) && name.equals("by");
      return maySink && random.nextInt(3) == 0 ? -number : number;
    }
    if (type == String.class) {
      return text(owner, name);
    }
    if (type.isEnum()) {
      return pick(type.getEnumConstants());
    }
    if (type == Filter.class) {
      return filter(about(owner), depth + 1);
    }
    return type.isInterface() ? sealed(type, owner, depth + 1) : record(type, depth + 1);
  }

  private String text(Class<?> owner, String name) {
    if (owner == Filter.Tagged.class) {
      return pick(TAGS.toArray(String[]::new));
    }
    if (name.equals("label")) {
      return pick(LABELS.toArray(String[]::new));
    }
    if (owner == Target.Chosen.class && loops > 0 && random.nextBoolean()) {
      return TextReferences.CURRENT;
    }
    if ((owner == Effect.MoveChosen.class || owner == Effect.AttachChosen.class)
        && random.nextInt(3) == 0) {
      return Ability.THIS_CARD;
    }
    boolean isReference =
        name.equals("as")
            || name.equals("chosen")
            || owner == Target.Chosen.class
            || owner == Amount.Chosen.class
            || owner == Amount.ChosenThat.class
            || owner == Amount.Kept.class
            || owner == Condition.AnyChosen.class
            || owner == Filter.EvolvesFromChosen.class
            || ((owner == Amount.Heads.class
                    || owner == Amount.Tails.class
                    || owner == Condition.Heads.class
                    || owner == Condition.Tails.class)
                && name.equals("of"));
    return isReference ? TextReferences.UNNAMED : pick(NAMES.toArray(String[]::new));
  }

  private Object sealed(Class<?> type, Class<?> owner, int depth) {
    if (depth > deepest) {
      return simplest(type);
    }
    if (type == Amount.class && random.nextBoolean()) {
      return new Amount.Fixed(1 + random.nextInt(5));
    }
    while (true) {
      Class<?> word = pick(type.getPermittedSubclasses());
      boolean isNotInNot = owner == word && word == Condition.Not.class;
      if (!isNotInNot) {
        return record(word, depth);
      }
    }
  }

  private Object simplest(Class<?> type) {
    if (type == Amount.class) {
      return new Amount.Fixed(1 + random.nextInt(5));
    }
    if (type == Target.class) {
      return new Target.Self();
    }
    if (type == Condition.class) {
      return new Condition.TurnOf(Player.YOU);
    }
    if (type == Static.class) {
      return new Static.CannotRetreat();
    }
    return record(type.getPermittedSubclasses()[0], 0);
  }

  private static About about(Class<?> owner) {
    List<Class<?>> cards =
        List.of(
            Effect.Search.class,
            Effect.LookAtTop.class,
            Effect.ChooseCards.class,
            Effect.MoveAll.class,
            Effect.DiscardHand.class,
            Effect.Evolve.class,
            Amount.CardsIn.class,
            Amount.ChosenThat.class,
            Static.CannotPlay.class,
            Filter.HasAttached.class);
    if (cards.contains(owner) || owner.getSimpleName().equals("SomePlayed")) {
      return About.CARD;
    }
    List<Class<?>> energy =
        List.of(
            Effect.AttachEnergy.class,
            Effect.MoveEnergy.class,
            Effect.DiscardEnergy.class,
            Effect.ReturnEnergy.class,
            Static.EnergyProvides.class);
    return energy.contains(owner)
            || owner.getSimpleName().equals("EnergyAttached")
            || owner.getSimpleName().equals("SomeAttached")
        ? About.ENERGY
        : About.POKEMON;
  }

  private Filter filter(About about, int depth) {
    if (about == About.ENERGY) {
      return switch (random.nextInt(4)) {
        case 0 -> new Filter.Kind(CardKind.BASIC_ENERGY);
        case 1 -> new Filter.Kind(CardKind.SPECIAL_ENERGY);
        case 2 -> new Filter.OfType(pick(EnergyType.values()));
        default ->
            new Filter.AllOf(
                List.of(
                    new Filter.Kind(CardKind.BASIC_ENERGY),
                    new Filter.OfType(pick(EnergyType.values()))));
      };
    }
    if (about == About.CARD && random.nextBoolean()) {
      return new Filter.Kind(pick(CardKind.values()));
    }
    while (true) {
      Class<?> word = pick(Filter.class.getPermittedSubclasses());
      boolean isList = word == Filter.AllOf.class || word == Filter.AnyOf.class;
      boolean isNot = word == Filter.Not.class;
      if (word == Filter.Any.class
          || word == Filter.Kind.class
          || ((isList || isNot) && depth > deepest)) {
        continue;
      }
      Filter filter = (Filter) record(word, depth);
      boolean isIdle =
          (filter instanceof Filter.HasRuleBox(var box) && box == RuleBox.NONE)
              || filter instanceof Filter.Not(Filter.Not _);
      if (!isIdle) {
        return filter;
      }
    }
  }

  private <T> T pick(T[] words) {
    return words[random.nextInt(words.length)];
  }
}
