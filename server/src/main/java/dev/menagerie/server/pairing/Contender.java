package dev.menagerie.server.pairing;

import java.util.Set;

/**
 * A player of the next Swiss round.
 *
 * @param id unique in the tournament
 * @param points so far
 * @param opponents ids of those the player has met
 * @param byes rounds that the player had off
 */
public record Contender(String id, int points, Set<String> opponents, int byes) {
  public Contender {
    opponents = Set.copyOf(opponents);
  }
}
