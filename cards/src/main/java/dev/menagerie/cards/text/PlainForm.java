package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shortest program that does the same: members that say their default are left out, choices and
 * numbers have the names that the parser gives, and filters that must all hold stand in one order.
 * Two programs have the same text exactly if they have the same plain form.
 */
public final class PlainForm {
  private static final Amount ONE = new Amount.Fixed(1);
  private static final Provides ANY_TYPE = new Provides(List.of(EnergyType.values()));

  private PlainForm() {}

  /**
   * The plain form of a program or of a part of one.
   *
   * @param program an attack, an ability, a list of effects, or any word of the vocabulary
   */
  public static <T> T of(T program) {
    T named =
        TextReferences.withoutIdleNames(TextReferences.named(TextReferences.pointed(program)));
    return RecordMap.map(named, PlainForm::plain);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Effect effect -> effect(effect);
      case Target target -> target(target);
      case Filter filter -> PlainFilter.of(filter);
      case Condition condition -> condition(condition);
      case Amount amount -> amount(amount);
      case Static gives -> PlainAbilityForm.gives(gives);
      case Trigger trigger -> PlainAbilityForm.trigger(trigger);
      case Ability ability -> ability(ability);
      case Attack attack -> attack(attack);
      case Provides(var types) when isOfAnyType(types) -> ANY_TYPE;
      case Scope(var of, var at, var where) -> {
        PlainFilter.Where plain = PlainFilter.where(at, where);
        yield new Scope(of, plain.at(), plain.where());
      }
      default -> value;
    };
  }

  /** Every energy may pay colorless; that need not be said. */
  private static boolean isOfAnyType(List<EnergyType> types) {
    long colored = types.stream().filter(type -> type != EnergyType.COLORLESS).distinct().count();
    return colored == EnergyType.values().length - 1;
  }

  private static Effect effect(Effect effect) {
    return switch (effect) {
      case Effect.Draw(var count, var who) -> new Effect.Draw(count, notYou(who));
      case Effect.DrawUntil(var size, var who) -> new Effect.DrawUntil(size, notYou(who));
      case Effect.Shuffle(var who) -> new Effect.Shuffle(notYou(who));
      case Effect.Search search -> search(search);
      case Effect.LookAtTop lookAtTop ->
          new Effect.LookAtTop(
              lookAtTop.count(),
              notYou(lookAtTop.of()),
              PlainFilter.asked(lookAtTop.where()),
              lookAtTop.take(),
              lookAtTop.to(),
              lookAtTop.rest(),
              notNo(lookAtTop.ordered()));
      case Effect.ChooseCards chooseCards ->
          new Effect.ChooseCards(
              chooseCards.from(),
              notYou(chooseCards.of()),
              notYou(chooseCards.by()),
              PlainFilter.asked(chooseCards.where()),
              chooseCards.min().filter(min -> !min.equals(chooseCards.max())),
              chooseCards.max(),
              chooseCards.as());
      case Effect.MoveAll moveAll ->
          new Effect.MoveAll(
              moveAll.from(),
              notYou(moveAll.of()),
              PlainFilter.asked(moveAll.where()),
              moveAll.to());
      case Effect.DiscardHand discardHand -> {
        Optional<Player> by =
            discardHand.by().filter(one -> one != discardHand.who().orElse(Player.YOU));
        yield new Effect.DiscardHand(
            discardHand.count(),
            notYou(discardHand.who()),
            by,
            PlainFilter.asked(discardHand.where()));
      }
      case Effect.RandomFromHand randomFromHand ->
          new Effect.RandomFromHand(
              randomFromHand.count(), notYou(randomFromHand.who()), randomFromHand.to());
      case Effect.Mill mill -> new Effect.Mill(mill.count(), notYou(mill.who()), mill.as());
      case Effect.RevealTop revealTop ->
          new Effect.RevealTop(
              revealTop.count(),
              notYou(revealTop.who()),
              revealTop.to().filter(to -> to != Player.BOTH),
              revealTop.as());
      case Effect.AttachChosen attachChosen ->
          new Effect.AttachChosen(
              attachChosen.chosen(), attachChosen.to(), attachChosen.upTo().filter(some -> some));
      case Effect.TakePrizes takePrizes ->
          new Effect.TakePrizes(takePrizes.count(), notYou(takePrizes.who()));
      case Effect.AttachEnergy attachEnergy ->
          new Effect.AttachEnergy(
              attachEnergy.from(),
              PlainFilter.asked(attachEnergy.where()),
              attachEnergy.count(),
              attachEnergy.to(),
              notNo(attachEnergy.upTo()));
      case Effect.MoveEnergy moveEnergy ->
          new Effect.MoveEnergy(
              moveEnergy.from(),
              moveEnergy.to(),
              PlainFilter.asked(moveEnergy.where()),
              moveEnergy.count(),
              notNo(moveEnergy.upTo()));
      case Effect.DiscardEnergy discardEnergy ->
          new Effect.DiscardEnergy(
              discardEnergy.from(),
              PlainFilter.asked(discardEnergy.where()),
              discardEnergy.count(),
              notYou(discardEnergy.by()),
              discardEnergy.as(),
              notNo(discardEnergy.upTo()));
      case Effect.ReturnEnergy returnEnergy ->
          new Effect.ReturnEnergy(
              returnEnergy.from(),
              PlainFilter.asked(returnEnergy.where()),
              returnEnergy.count(),
              returnEnergy.to().filter(to -> to != Destination.HAND));
      case Effect.Switch swap ->
          new Effect.Switch(
              notYou(swap.of()), swap.by().filter(by -> by != swap.of().orElse(Player.YOU)));
      case Effect.Gust(var by) -> new Effect.Gust(notYou(by));
      case Effect.Evolve evolve ->
          new Effect.Evolve(
              evolve.target(),
              evolve.from(),
              notNo(evolve.skip()),
              PlainFilter.asked(evolve.where()));
      case Effect.Damage(var amount, var target, var plain) ->
          new Effect.Damage(amount, target, notNo(plain));
      case Effect.SpreadCounters spreadCounters -> {
        PlainFilter.Where where = PlainFilter.where(spreadCounters.at(), spreadCounters.where());
        yield new Effect.SpreadCounters(
            spreadCounters.count(), spreadCounters.of(), where.at(), where.where());
      }
      case Effect.Flip(var count, var as) ->
          new Effect.Flip(count.filter(number -> !number.equals(ONE)), as);
      case Effect.If(var when, var then, var otherwise) ->
          new Effect.If(when, then, otherwise.filter(other -> !other.isEmpty()));
      case Effect.May(var who, var then, var otherwise) ->
          new Effect.May(notYou(who), then, otherwise.filter(other -> !other.isEmpty()));
      case Effect.ChooseOne(var who, var options) -> new Effect.ChooseOne(notYou(who), options);
      case Effect other -> other;
    };
  }

  /** Cards found by a filter are revealed; on the bench both players see them. */
  private static Effect search(Effect.Search search) {
    Optional<Filter> where = PlainFilter.asked(search.where());
    boolean shown = search.to() == Destination.BENCH || search.to() == Destination.DISCARD;
    Optional<Boolean> reveal =
        search.reveal().filter(given -> !shown && given != where.isPresent());
    return new Effect.Search(where, search.count(), search.to(), reveal, search.as());
  }

  private static Target target(Target target) {
    return switch (target) {
      case Target.Every(var of, var at, var where) -> {
        PlainFilter.Where plain = PlainFilter.where(at, where);
        boolean isActive =
            of != Player.BOTH
                && plain.at().equals(Optional.of(Place.ACTIVE))
                && plain.where().isEmpty();
        yield isActive ? new Target.Active(of) : new Target.Every(of, plain.at(), plain.where());
      }
      case Target.Choose choose -> {
        PlainFilter.Where plain = PlainFilter.where(choose.at(), choose.where());
        Amount max = choose.max().orElse(ONE);
        yield new Target.Choose(
            choose.of(),
            plain.at(),
            plain.where(),
            choose.min().filter(min -> !min.equals(max)),
            choose.max().filter(most -> !most.equals(ONE)),
            notYou(choose.by()),
            choose.as());
      }
      case Target other -> other;
    };
  }

  private static Condition condition(Condition condition) {
    return switch (condition) {
      case Condition.InPlay(var of, var at, var where) -> {
        PlainFilter.Where plain = PlainFilter.where(at, where);
        yield new Condition.InPlay(of, plain.at(), plain.where());
      }
      case Condition.Happened(var what, var to, var in) ->
          new Condition.Happened(what, to, in.filter(when -> when != Condition.When.THIS_TURN));
      case Condition.Not(Condition.Is(var target, var where)) ->
          new Condition.Is(target, PlainFilter.of(new Filter.Not(where)));
      case Condition.Not(Condition.Not(var value)) -> value;
      case Condition.AllOf(var all) when all.size() == 1 -> all.getFirst();
      case Condition.AnyOf(var any) when any.size() == 1 -> any.getFirst();
      case Condition other -> other;
    };
  }

  private static Amount amount(Amount amount) {
    return switch (amount) {
      case Amount.PokemonInPlay(var of, var at, var where) -> {
        PlainFilter.Where plain = PlainFilter.where(at, where);
        yield new Amount.PokemonInPlay(of, plain.at(), plain.where());
      }
      case Amount.CardsIn(var zone, var of, var where) ->
          new Amount.CardsIn(zone, notYou(of), PlainFilter.asked(where));
      case Amount.Either(var when, var then, var otherwise) ->
          new Amount.Either(
              when, then, otherwise.filter(other -> !other.equals(new Amount.Fixed(0))));
      case Amount.Sum(var of) when of.size() == 1 -> of.getFirst();
      case Amount other -> other;
    };
  }

  /** Effects whose order before the damage the text does not show are put into one fixed order. */
  private static Attack attack(Attack attack) {
    List<Effect> all = new ArrayList<>(attack.pre());
    all.addAll(attack.post());
    int printed = attack.pre().size();
    int expected = AttackOrder.beforeDamage(all);
    boolean isTold = attack.damage().filter(damage -> !AmountText.isPlain(damage)).isPresent();
    boolean isSame =
        expected > printed && AttackOrder.isPreparation(all.subList(printed, expected));
    int before = attack.damage().isEmpty() || (!isTold && isSame) ? expected : printed;
    return new Attack(
        attack.name(),
        attack.cost(),
        all.subList(0, before),
        attack.damage(),
        all.subList(before, all.size()));
  }

  private static Ability ability(Ability ability) {
    return switch (ability) {
      case Ability.Activated(var name, var limit, var from, var when, var effects) ->
          new Ability.Activated(
              name, limit.filter(one -> one != Ability.Limit.ONCE_PER_TURN), from, when, effects);
      case Ability.Triggered(var name, var on, var optional, var when, var effects) ->
          new Ability.Triggered(name, on, notNo(optional), when, effects);
      case Ability.Continuous(var name, var affects, var when, var gives) -> {
        boolean isOfPlayers = gives.stream().allMatch(Static::isOfPlayer);
        Optional<Scope> scope =
            isOfPlayers
                ? affects
                    .filter(one -> one.of() != Player.YOU)
                    .map(one -> new Scope(one.of(), Optional.empty(), Optional.empty()))
                : affects;
        yield new Ability.Continuous(name, scope, when, gives);
      }
    };
  }

  private static Optional<Player> notYou(Optional<Player> who) {
    return who.filter(player -> player != Player.YOU);
  }

  private static Optional<Boolean> notNo(Optional<Boolean> given) {
    return given.filter(yes -> yes);
  }
}
