package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything wrong with a list of definitions. */
final class CatalogCheck {
  /** What fits beside a card in any client; longer ones could only be a mistake. */
  private static final int MAX_ID = 64;

  private static final int MAX_HP = 1_000;
  private static final int MAX_COST = 10;

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
    if (!card.id().matches("[a-z0-9][a-z0-9_.-]*") || card.id().length() > MAX_ID) {
      add(path + ".id", "must be lower-case letters, digits, '-', '_' or '.', at most " + MAX_ID);
    }
    if (!ids.add(card.id())) {
      add(path + ".id", "is given twice: " + card.id());
    }
    if (card.name().isBlank() || card.name().length() > MAX_ID) {
      add(path + ".name", "must be given, at most " + MAX_ID + " characters");
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
    for (int i = 0; i < pokemon.attacks().size(); i++) {
      Attack attack = pokemon.attacks().get(i);
      if (attack.cost().size() > MAX_COST) {
        add(path + ".attacks[" + i + "].cost", "must be at most " + MAX_COST);
      }
    }
  }

  private void trainer(String path, CardDefinition.Trainer trainer) {
    boolean stays =
        switch (trainer.kind()) {
          case ITEM, SUPPORTER -> false;
          case STADIUM, TOOL -> true;
        };
    if (stays && !trainer.effects().isEmpty()) {
      add(path + ".effects", "a stadium or tool works by its abilities");
    }
    if (!stays && trainer.effects().isEmpty()) {
      add(path + ".effects", "must hold at least one");
    }
    if (!stays && !trainer.abilities().isEmpty()) {
      add(path + ".abilities", "an item or supporter works by its effects");
    }
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
  }

  private void add(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
