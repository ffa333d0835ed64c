package dev.menagerie.server.lobby;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Members who stay until they are removed. */
final class InMemoryLobbyMembers implements LobbyMembers {
  private final Set<Member> members = new LinkedHashSet<>();

  @Override
  public void repeat(Collection<Member> here) {
    members.addAll(here);
  }

  @Override
  public void remove(Member member) {
    members.remove(member);
  }

  @Override
  public List<Member> all() {
    return List.copyOf(members);
  }
}
