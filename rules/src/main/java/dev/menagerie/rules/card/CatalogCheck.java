package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything wrong with a list of definitions. */
final class CatalogCheck {
  /** Fits beside a card in any client; longer names are probably a mistake. */
  private static final int MAX_NAME = 64;

  /** Three times the HP of the genre's strongest card. */
  private static final int MAX_HP = 1_000;

  /** More could never be paid. */
  private static final int MAX_COST = 10;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private CatalogCheck() {}

  static List<Problem> problems(List<CardDefinition> definitions) {
    CatalogCheck check = new CatalogCheck();
    for (int i = 0; i < definitions.size(); i++) {
      check.card("cards[" + i + "]", definitions.get(i));
    }
    return List.copyOf(check.problems);
  }

  private void card(String path, CardDefinition card) {
    if (!ID.matcher(card.id()).matches() || card.id().length() > MAX_NAME) {
      add(path + ".id", "must be lower-case letters, digits, '-', '_' or '.', at most " + MAX_NAME);
    }
    if (!ids.add(card.id())) {
      add(path + ".id", "is given twice: " + card.id());
    }
    if (card.name().isBlank() || card.name().length() > MAX_NAME) {
      add(path + ".name", "must be given, at most " + MAX_NAME + " characters");
    }
    switch (card) {
      case CardDefinition.Pokemon pokemon -> pokemon(path, pokemon);
      case CardDefinition.Trainer trainer -> trainer(path, trainer);
      case CardDefinition.Energy energy -> energy(path, energy);
    }
  }

  private void pokemon(String path, CardDefinition.Pokemon pokemon) {
    if (pokemon.hp() < 10 || pokemon.hp() > MAX_HP || pokemon.hp() % 10 != 0) {
      add(path + ".hp", "must be a multiple of 10 from 10 to " + MAX_HP);
    }
    if (pokemon.types().isEmpty()) {
      add(path + ".types", "must name at least one");
    }
    if (pokemon.retreat() < 0 || pokemon.retreat() > MAX_COST) {
      add(path + ".retreat", "must be from 0 to " + MAX_COST);
    }
    if ((pokemon.stage() == Stage.BASIC) == pokemon.evolvesFrom().isPresent()) {
      add(path + ".evolves_from", "must be given exactly above Basic");
    }
    if (pokemon.isItem() && pokemon.stage() != Stage.BASIC) {
      add(path + ".played_as_item", "must be absent above Basic");
    }
    abilities(path, pokemon.abilities(), Holder.POKEMON);
    attacks(path, pokemon.attacks());
  }

  private void attacks(String path, List<Attack> attacks) {
    for (int i = 0; i < attacks.size(); i++) {
      Attack attack = attacks.get(i);
      String at = path + ".attacks[" + i + "]";
      if (attack.cost().size() > MAX_COST) {
        add(at + ".cost", "must be at most " + MAX_COST);
      }
      ProgramCheck check = new ProgramCheck(problems);
      check.effects(at + ".pre", attack.pre());
      attack.damage().ifPresent(amount -> check.ask.amount(at + ".damage", amount));
      check.effects(at + ".post", attack.post());
    }
  }

  private void trainer(String path, CardDefinition.Trainer trainer) {
    boolean stays =
        switch (trainer.kind()) {
          case ITEM, SUPPORTER -> false;
          case STADIUM, TOOL -> true;
        };
    if (stays && !trainer.effects().isEmpty()) {
      add(path + ".effects", "must be empty: a stadium or tool works by its abilities");
    }
    if (!stays && trainer.effects().isEmpty()) {
      add(path + ".effects", "must hold at least one");
    }
    if (!stays && !trainer.abilities().isEmpty()) {
      add(path + ".abilities", "must be empty: an item or supporter works by its effects");
    }
    if (trainer.kind() != TrainerKind.TOOL && !trainer.attacks().isEmpty()) {
      add(path + ".attacks", "must be empty: only a tool gives its holder attacks");
    }
    attacks(path, trainer.attacks());
    ProgramCheck check = new ProgramCheck(problems);
    trainer.playable().ifPresent(condition -> check.ask.condition(path + ".playable", condition));
    check.effects(path + ".effects", trainer.effects());
    boolean stadium = trainer.kind() == TrainerKind.STADIUM;
    abilities(path, trainer.abilities(), stadium ? Holder.STADIUM : Holder.ATTACHED);
  }

  private void energy(String path, CardDefinition.Energy energy) {
    if (energy.provides().isEmpty()) {
      add(path + ".provides", "must hold at least one");
    }
    for (int i = 0; i < energy.provides().size(); i++) {
      if (energy.provides().get(i).value().isEmpty()) {
        add(path + ".provides[" + i + "]", "must name at least one type");
      }
    }
    if (energy.basic() && (energy.provides().size() != 1 || !energy.abilities().isEmpty())) {
      add(path + ".basic", "must be false for more than one plain energy");
    }
    for (int i = 0; i < energy.abilities().size(); i++) {
      if (energy.abilities().get(i) instanceof Ability.Triggered fired
          && fired.on() instanceof Trigger.EnergyAttached on
          && on.where().isPresent()) {
        add(path + ".abilities[" + i + "].on.where", "must be absent: this card is attached");
      }
    }
    energy.attachesTo().ifPresent(filter -> new QuestionCheck(problems).filter(path, filter));
    abilities(path, energy.abilities(), Holder.ATTACHED);
  }

  /** The kind of card that has an ability. */
  private enum Holder {
    POKEMON,
    STADIUM,
    ATTACHED
  }

  private void abilities(String path, List<Ability> abilities, Holder holder) {
    for (int i = 0; i < abilities.size(); i++) {
      String at = path + ".abilities[" + i + "]";
      ProgramCheck check = new ProgramCheck(problems);
      switch (abilities.get(i)) {
        case Ability.Activated activated -> {
          if (holder == Holder.ATTACHED) {
            add(at, "must not be activated on a card that is attached");
          }
          if (activated.from().isPresent()) {
            if (holder != Holder.POKEMON) {
              add(at + ".from", "must be absent: only a Pokémon card is used from there");
            }
            check.ask.keep(Ability.THIS_CARD);
          }
          activated.when().ifPresent(when -> check.ask.condition(at + ".when", when));
          check.effects(at + ".effects", activated.effects());
        }
        case Ability.Triggered triggered -> {
          TriggerCheck.check(check.ask, at + ".on", triggered.on());
          triggered.when().ifPresent(when -> check.ask.condition(at + ".when", when));
          check.effects(at + ".effects", triggered.effects());
        }
        case Ability.Continuous continuous -> check.ask.continuous(at, continuous);
      }
    }
  }

  private void add(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
