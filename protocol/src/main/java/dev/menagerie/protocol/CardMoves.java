package dev.menagerie.protocol;

import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.View.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer saw move on one side of the table, as {@code move} operations: the place it came
 * from is shorter than all that it is. What they leave undone, or do where it is not quite right,
 * is for the comparison that follows.
 */
final class CardMoves {
  private final JsonPatch patch;
  private final String path;
  private final WireState.Player from;
  private final WireState.Player to;
  private final List<Card> hand;
  private final List<Card> discard;
  private final List<View.InPlay> bench;
  private View.@Nullable InPlay active;

  private CardMoves(JsonPatch patch, String path, WireState.Player from, WireState.Player to) {
    this.patch = patch;
    this.path = path;
    this.from = from;
    this.to = to;
    this.hand = new ArrayList<>(from.hand() == null ? List.of() : from.hand());
    this.discard = new ArrayList<>(from.discard());
    this.bench = new ArrayList<>(from.bench());
    this.active = from.active();
  }

  /** Adds the moves to a patch; returns the side as it is after them. */
  static WireState.Player made(
      JsonPatch patch, String path, WireState.Player from, WireState.Player to) {
    boolean nothing =
        Objects.equals(from.hand(), to.hand())
            && from.discard().equals(to.discard())
            && Objects.equals(id(from.active()), id(to.active()));
    return nothing ? from : new CardMoves(patch, path, from, to).made();
  }

  private WireState.Player made() {
    int before = patch.operations().size();
    stepForward();
    attach();
    discard();
    return patch.operations().size() == before ? from : side();
  }

  /** A benched one becomes the Active, which goes to the bench if it is still there. */
  private void stepForward() {
    var coming = id(to.active());
    if (coming == null || coming.equals(id(active))) return;
    int place = creature(bench, coming);
    if (place < 0) return;
    int back = active == null ? -1 : creature(to.bench(), active.id());
    if (active != null && back >= 0) {
      int slot = Math.min(back <= place ? back : back + 1, bench.size());
      patch.move(path + "/active", path + "/bench/" + slot);
      bench.add(slot, active);
      if (slot <= place) place++;
    }
    patch.move(path + "/bench/" + place, path + "/active");
    active = bench.remove(place);
  }

  /** From the hand to a creature. */
  private void attach() {
    if (hand.isEmpty()) return;
    if (active != null && to.active() != null && active.id().equals(to.active().id())) {
      active = attached(path + "/active", active, to.active());
    }
    for (int i = 0; i < bench.size(); i++) {
      int place = creature(to.bench(), bench.get(i).id());
      if (place < 0) continue;
      bench.set(i, attached(path + "/bench/" + i, bench.get(i), to.bench().get(place)));
    }
  }

  private View.InPlay attached(String at, View.InPlay creature, View.InPlay after) {
    return with(
        creature,
        grown(at + "/energy/", creature.energy(), after.energy()),
        grown(at + "/tools/", creature.tools(), after.tools()),
        creature.evolvedFrom());
  }

  private List<Card> grown(String at, List<Card> cards, List<Card> after) {
    if (after.size() <= cards.size()) return cards;
    var grown = new ArrayList<>(cards);
    for (var card : after.subList(cards.size(), after.size())) {
      if (hand.contains(card)) takeFrom(hand, path + "/hand/", card, at, grown);
    }
    return grown;
  }

  /** From the hand or from a creature to the top of the discard pile. */
  private void discard() {
    int old = from.discard().size();
    if (to.discard().size() <= old || !to.discard().subList(0, old).equals(from.discard())) return;
    for (var card : to.discard().subList(old, to.discard().size())) {
      if (hand.contains(card)) {
        takeFrom(hand, path + "/hand/", card, path + "/discard/", discard);
        continue;
      }
      if (active != null) active = without(path + "/active", active, card);
      for (int i = 0; i < bench.size(); i++) {
        bench.set(i, without(path + "/bench/" + i, bench.get(i), card));
      }
    }
  }

  private View.InPlay without(String at, View.InPlay creature, Card card) {
    return with(
        creature,
        less(at + "/energy/", creature.energy(), card),
        less(at + "/tools/", creature.tools(), card),
        less(at + "/evolved_from/", creature.evolvedFrom(), card));
  }

  private List<Card> less(String at, List<Card> cards, Card card) {
    if (!cards.contains(card)) return cards;
    var left = new ArrayList<>(cards);
    takeFrom(left, at, card, path + "/discard/", discard);
    return left;
  }

  private void takeFrom(List<Card> cards, String at, Card card, String end, List<Card> onto) {
    int place = cards.indexOf(card);
    patch.move(at + place, end + onto.size());
    onto.add(cards.remove(place));
  }

  private static int creature(List<View.InPlay> creatures, String id) {
    for (int i = 0; i < creatures.size(); i++) {
      if (creatures.get(i).id().equals(id)) return i;
    }
    return -1;
  }

  private static @Nullable String id(View.@Nullable InPlay creature) {
    return creature == null ? null : creature.id();
  }

  private static View.InPlay with(
      View.InPlay of, List<Card> energy, List<Card> tools, List<Card> evolvedFrom) {
    return new View.InPlay(
        of.id(),
        of.card(),
        of.damage(),
        of.hp(),
        energy,
        tools,
        evolvedFrom,
        of.conditions(),
        of.canEvolve());
  }

  private WireState.Player side() {
    return new WireState.Player(
        from.playerId(),
        from.name(),
        from.seat(),
        from.timeoutsUsed(),
        from.points(),
        from.prizesRemaining(),
        from.hand() == null ? null : hand,
        from.handCount(),
        from.deckCount(),
        discard,
        from.prizes(),
        from.energyZone(),
        active,
        bench);
  }
}
