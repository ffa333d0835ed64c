package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A card's text as a flat list of steps. */
public final class Program {
  private final Step[] steps;
  private final List<Effect> effects;

  private Program(List<Step> steps, List<Effect> effects) {
    this.steps = steps.toArray(new Step[0]);
    this.effects = effects;
  }

  static Program of(List<Effect> effects) {
    Writer writer = new Writer();
    writer.all(effects);
    writer.steps.add(new Step.Stop());
    return new Program(writer.steps, effects);
  }

  static Program of(Attack attack) {
    Writer writer = new Writer();
    writer.all(attack.pre());
    Optional<Amount> damage = attack.damage();
    damage.ifPresent(amount -> writer.steps.add(new Step.BaseDamage(amount)));
    writer.all(attack.post());
    writer.steps.add(new Step.Stop());
    List<Effect> effects = new ArrayList<>(attack.pre());
    effects.addAll(attack.post());
    return new Program(writer.steps, List.copyOf(effects));
  }

  /** The step at an index, from 0. */
  public Step at(int index) {
    return steps[index];
  }

  /** The number of steps. */
  public int length() {
    return steps.length;
  }

  /** The program before it was flattened. */
  public List<Effect> effects() {
    return effects;
  }

  private static final class Writer {
    private final List<Step> steps = new ArrayList<>();
    private int names;

    private void all(List<Effect> effects) {
      effects.forEach(this::one);
    }

    private void one(Effect effect) {
      switch (effect) {
        case Effect.If branch -> branch(branch);
        case Effect.May may -> may(may);
        case Effect.ChooseOne choose -> chooseOne(choose);
        case Effect.ForEach each -> forEach(each);
        case Effect.Repeat repeat -> repeat(repeat);
        case Effect.Delay delay -> delay(delay);
        case Effect other -> steps.add(new Step.Run(other));
      }
    }

    private int hole() {
      steps.add(new Step.Stop());
      return steps.size() - 1;
    }

    private void otherwise(
        int hole, Optional<List<Effect>> otherwise, List<Effect> then, HoleFiller fill) {
      all(then);
      if (otherwise.isEmpty()) {
        steps.set(hole, fill.at(steps.size()));
        return;
      }
      int end = hole();
      steps.set(hole, fill.at(steps.size()));
      all(otherwise.get());
      steps.set(end, new Step.Jump(steps.size()));
    }

    private void branch(Effect.If branch) {
      otherwise(
          hole(), branch.otherwise(), branch.then(), at -> new Step.Branch(branch.when(), at));
    }

    private void may(Effect.May may) {
      Player who = may.who().orElse(Player.YOU);
      otherwise(hole(), may.otherwise(), may.then(), at -> new Step.AskMay(who, at));
    }

    private void chooseOne(Effect.ChooseOne choose) {
      int ask = hole();
      List<Integer> starts = new ArrayList<>();
      List<Integer> ends = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (Effect.Option option : choose.options()) {
        labels.add(option.label());
        starts.add(steps.size());
        all(option.effects());
        ends.add(hole());
      }
      for (int end : ends) {
        steps.set(end, new Step.Jump(steps.size()));
      }
      steps.set(
          ask,
          new Step.AskOption(
              choose.who().orElse(Player.YOU), List.copyOf(labels), List.copyOf(starts)));
    }

    private void forEach(Effect.ForEach each) {
      String list = "#each" + names++;
      steps.add(new Step.EachBegin(each.in(), list));
      int next = hole();
      all(each.effects());
      steps.add(new Step.Jump(next));
      steps.set(next, new Step.EachNext(list, steps.size()));
    }

    private void repeat(Effect.Repeat repeat) {
      String count = "#times" + names++;
      steps.add(new Step.TimesBegin(repeat.times(), count));
      int next = hole();
      all(repeat.effects());
      steps.add(new Step.Jump(next));
      steps.set(next, new Step.TimesNext(count, steps.size()));
    }

    private void delay(Effect.Delay delay) {
      int later = hole();
      int skip = hole();
      steps.set(later, new Step.Later(delay.at(), steps.size()));
      all(delay.effects());
      steps.add(new Step.Stop());
      steps.set(skip, new Step.Jump(steps.size()));
    }
  }

  /** Fills a reserved place once its jump target is known. */
  private interface HoleFiller {
    Step at(int target);
  }
}
