package dev.menagerie.server.auth;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that no player may have, nor one that looks like them. */
public final class ReservedNames {
  /** Names that speak for the house. */
  private static final List<String> OF_THE_HOUSE =
      List.of(
          "Admin",
          "Administrator",
          "Deleted user",
          "Menagerie",
          "Moderator",
          "Operator",
          "Server",
          "Staff",
          "Support",
          "System");

  private final Set<String> skeletons = new HashSet<>();

  /**
   * Reserves the house's names and others.
   *
   * @param more such as the names of the bots
   */
  public ReservedNames(Collection<String> more) {
    for (var name : OF_THE_HOUSE) skeletons.addAll(NameProfile.skeletons(name));
    for (var name : more) skeletons.addAll(NameProfile.skeletons(name));
  }

  /** Whether no player may have this name. */
  public boolean contains(PlayerName name) {
    return name.skeletons().stream().anyMatch(skeletons::contains);
  }
}
