package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/**
 * An attack of a Pokémon: its cost, and its text as a program in three parts.
 *
 * @param pre choices, costs and flips, made before damage
 * @param damage base damage to the opponent's Active; absent: the attack does none by itself
 * @param post effects after damage
 */
public record Attack(
    String name,
    List<EnergyType> cost,
    List<Effect> pre,
    Optional<Amount> damage,
    List<Effect> post) {
  public Attack {
    cost = List.copyOf(cost);
    pre = List.copyOf(pre);
    post = List.copyOf(post);
  }
}
