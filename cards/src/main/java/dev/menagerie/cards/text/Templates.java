package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.CustomEffects;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every form of a record that the renderer distinguishes: each word of an enum, each optional
 * member present and absent, singular and plural numbers, and holes for the texts of other rules.
 */
final class Templates {
  /** Lists longer than this are read as lists in lists; no card comes near. */
  private static final int MAX_LIST = 5;

  /** Words that speak of something that the program has named before. */
  private static final Set<Class<?>> POINTING =
      Set.of(
          Effect.MoveChosen.class,
          Effect.AttachChosen.class,
          Effect.UseAttackOf.class,
          Target.Chosen.class,
          Amount.Chosen.class,
          Amount.ChosenThat.class,
          Amount.Kept.class,
          Amount.Heads.class,
          Amount.Tails.class,
          Condition.AnyChosen.class,
          Condition.Heads.class,
          Condition.Tails.class,
          Filter.EvolvesFromChosen.class);

  private int parts;

  private Templates() {}

  /** All templates of a record; those that say less come first. */
  static List<Template> of(Class<?> type) {
    return new Templates().record(type, 1);
  }

  /**
   * @param deep how many levels of its parts are spelled out where the renderer looks into them
   */
  private List<Template> record(Class<?> type, int deep) {
    List<List<Template>> combinations = new ArrayList<>(List.of(List.of()));
    boolean first = true;
    for (RecordComponent component : type.getRecordComponents()) {
      List<Template> choices = component(type, component.getGenericType(), first ? deep : 0);
      first = false;
      List<List<Template>> longer = new ArrayList<>();
      for (List<Template> begun : combinations) {
        for (Template choice : choices) {
          List<Template> more = new ArrayList<>(begun);
          more.add(choice);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return combinations.stream()
        .<Template>map(components -> new Template.Of(type, components))
        .toList();
  }

  private List<Template> component(Class<?> owner, Type type, int deep) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        List<Template> choices = new ArrayList<>(List.of(new Template.Constant(Optional.empty())));
        component(owner, inner, deep).forEach(one -> choices.add(new Template.Present(one)));
        return choices;
      }
      if (generic.getRawType() == Map.class) {
        return List.of(new Template.Constant(Map.of()));
      }
      return list(inner);
    }
    return plain(owner, (Class<?>) type, deep);
  }

  private List<Template> list(Type element) {
    if (element == Effect.class) {
      return List.of(hole(Template.Kind.EFFECTS));
    }
    if (element == Provides.class) {
      return List.of(hole(Template.Kind.PROVIDED));
    }
    List<Template> lists = new ArrayList<>();
    boolean mayBeOne = element == Static.class || element == Effect.Option.class;
    for (int size = mayBeOne ? 1 : 2; size <= MAX_LIST; size++) {
      lists.addAll(lists(element, size));
    }
    return lists;
  }

  private List<Template> lists(Type element, int size) {
    if (element == Static.class && size <= 3) {
      return mixed(size);
    }
    List<Template> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(
          element == Effect.Option.class
              ? new Template.Of(
                  Effect.Option.class,
                  List.of(hole(Template.Kind.LABEL), hole(Template.Kind.EFFECTS)))
              : marker((Class<?>) element));
    }
    return List.of(new Template.Many(elements));
  }

  /** Statics of Pokémon and of players in any order. */
  private List<Template> mixed(int size) {
    List<Template> lists = new ArrayList<>();
    for (int bits = 0; bits < 1 << size; bits++) {
      List<Template> elements = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        boolean ofPlayer = (bits >> i & 1) == 1;
        elements.add(hole(ofPlayer ? Template.Kind.STATIC_OF_PLAYER : Template.Kind.STATIC));
      }
      lists.add(new Template.Many(elements));
    }
    return lists;
  }

  private List<Template> plain(Class<?> owner, Class<?> type, int deep) {
    if (type == int.class || type == Integer.class) {
      return numbers(owner);
    }
    if (type == boolean.class || type == Boolean.class) {
      return constants(List.of(false, true));
    }
    if (owner == Effect.Custom.class) {
      return constants(List.of(CustomEffects.REDEAL_PRIZES));
    }
    if (owner == Filter.Tagged.class) {
      return List.of(hole(Template.Kind.TAG));
    }
    if (type == String.class) {
      List<Template> names = new ArrayList<>(List.of(hole(Template.Kind.NAME)));
      if (owner == Target.Chosen.class) {
        names.add(new Template.Constant(TextReferences.CURRENT));
      }
      if (owner == Effect.MoveChosen.class || owner == Effect.AttachChosen.class) {
        names.add(new Template.Constant(Ability.THIS_CARD));
      }
      if (POINTING.contains(owner)) {
        names.addAll(constants(TextReferences.pointers()));
      }
      return names;
    }
    if (type.isEnum()) {
      return constants(List.of(type.getEnumConstants()));
    }
    if (type == Trigger.class) {
      return spelledOut(type, 0);
    }
    if (!type.isInterface()) {
      return record(type, deep);
    }
    return sealed(owner, type, deep);
  }

  private List<Template> sealed(Class<?> owner, Class<?> type, int deep) {
    List<Template> choices = new ArrayList<>(List.of(marker(type)));
    if (type == Static.class) {
      choices.add(hole(Template.Kind.STATIC_OF_PLAYER));
    }
    if (type == Amount.class) {
      choices.addAll(fixed());
      if (Static.class.isAssignableFrom(owner)) {
        choices.add(
            new Template.Of(Amount.Fixed.class, List.of(hole(Template.Kind.NEGATIVE_NUMBER))));
      }
      if (Amount.class.isAssignableFrom(owner)) {
        choices.add(
            new Template.Of(
                Amount.Times.class, List.of(fixed().getFirst(), hole(Template.Kind.AMOUNT))));
      }
    }
    boolean looksInside =
        owner == Condition.Not.class
            || owner == Filter.Not.class
            || (type == Amount.class && Condition.class.isAssignableFrom(owner));
    if (looksInside && deep > 0) {
      choices.addAll(spelledOut(type, deep - 1));
    }
    return choices;
  }

  private List<Template> spelledOut(Class<?> type, int deep) {
    List<Template> choices = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      choices.addAll(record(permitted, deep));
    }
    return choices;
  }

  private Template marker(Class<?> type) {
    return hole(
        type == Amount.class
            ? Template.Kind.AMOUNT
            : type == Condition.class
                ? Template.Kind.CONDITION
                : type == Target.class
                    ? Template.Kind.TARGET
                    : type == Static.class ? Template.Kind.STATIC : Template.Kind.FILTER);
  }

  private List<Template> fixed() {
    return List.of(
        new Template.Of(Amount.Fixed.class, List.of(hole(Template.Kind.WHOLE_NUMBER))),
        new Template.Constant(new Amount.Fixed(0)),
        new Template.Constant(new Amount.Fixed(1)));
  }

  private List<Template> numbers(Class<?> owner) {
    List<Template> choices = new ArrayList<>(List.of(hole(Template.Kind.WHOLE_NUMBER)));
    choices.addAll(constants(List.of(1)));
    if (Static.class.isAssignableFrom(owner)) {
      choices.add(hole(Template.Kind.NEGATIVE_NUMBER));
      choices.addAll(constants(List.of(-1)));
    }
    return choices;
  }

  private static List<Template> constants(List<?> values) {
    return values.stream().<Template>map(Template.Constant::new).toList();
  }

  private Template hole(Template.Kind kind) {
    return new Template.Hole(parts++, kind);
  }
}
