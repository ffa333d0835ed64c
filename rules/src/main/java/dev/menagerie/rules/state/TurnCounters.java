package dev.menagerie.rules.state;

import java.util.List;

/**
 * The use of the turn's limits. {@link Evolution} alone changes it, on a copy that no other thread
 * has seen.
 */
public final class TurnCounters {
  int energyAttached;
  int supporters;
  int stadiums;
  int items;
  int retreats;
  int extraEnergy;
  int extraSupporters;

  /** Names of abilities that a player may use only once a turn by name, and has. */
  List<String> usedNames = List.of();

  TurnCounters copy() {
    TurnCounters copy = new TurnCounters();
    copy.energyAttached = energyAttached;
    copy.supporters = supporters;
    copy.stadiums = stadiums;
    copy.items = items;
    copy.retreats = retreats;
    copy.extraEnergy = extraEnergy;
    copy.extraSupporters = extraSupporters;
    copy.usedNames = usedNames;
    return copy;
  }

  /** Energy attached as the energy of the turn. */
  public int energyAttached() {
    return energyAttached;
  }

  /** Supporters played. */
  public int supporters() {
    return supporters;
  }

  /** Stadiums played. */
  public int stadiums() {
    return stadiums;
  }

  /** Items played. */
  public int items() {
    return items;
  }

  /** Retreats made. */
  public int retreats() {
    return retreats;
  }

  /** Energy that effects allow in this turn above the usual number. */
  public int extraEnergy() {
    return extraEnergy;
  }

  /** Supporters that effects allow in this turn above the usual number. */
  public int extraSupporters() {
    return extraSupporters;
  }

  /** Whether an ability of that name, which counts by name, has been used. */
  public boolean hasUsedName(String ability) {
    return usedNames.contains(ability);
  }
}
