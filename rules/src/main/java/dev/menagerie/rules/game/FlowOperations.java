package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Lasting;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;

/** Coins, names, copied attacks and what becomes true for a while. */
final class FlowOperations {
  private FlowOperations() {}

  static boolean flip(Engine e, Fr f, Effect.Flip flip) {
    int count = flip.count().map(amount -> Questions.amount(e.t, f, amount)).orElse(1);
    int heads = 0;
    int flips = Math.min(Programs.MAX_ROUNDS, count);
    for (int i = 0; i < flips; i++) {
      heads += e.flip(f.seat) ? 1 : 0;
    }
    keep(f, flip.as().orElse(""), heads, Math.max(0, flips - heads));
    return true;
  }

  static boolean flipUntilTails(Engine e, Fr f, Effect.FlipUntilTails flip) {
    int heads = 0;
    while (heads < Programs.MAX_ROUNDS && e.flip(f.seat)) {
      heads++;
    }
    keep(f, flip.as().orElse(""), heads, 1);
    return true;
  }

  private static void keep(Fr f, String name, int heads, int tails) {
    f.set(Questions.HEADS, heads);
    f.set(Questions.TAILS, tails);
    if (!name.isEmpty()) {
      f.set(name + Questions.HEADS, heads);
      f.set(name + Questions.TAILS, tails);
    }
  }

  static boolean let(Engine e, Fr f, Effect.Let let) {
    f.set(let.as(), Questions.amount(e.t, f, let.amount()));
    return true;
  }

  static boolean pick(Engine e, Fr f, Effect.Pick pick) {
    int[] targets = Operations.targets(e, f, pick.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    f.set(pick.as(), Ints.list(targets));
    return true;
  }

  static boolean fail(Engine e, Fr f) {
    Pokemon user = e.t.find(f.self);
    if (user != null && e.isOfAttack(f)) {
      e.emit(new Event.AttackFailed(f.seat, f.self, e.topRef(user)));
    }
    Programs.fail(e, f);
    return true;
  }

  /** The user stays who it is, the program is the other card's. */
  static boolean copyAttack(Engine e, Fr f, Effect.CopyAttack copy) {
    int[] targets = Operations.targets(e, f, copy.of(), "Choose whose attack to use.");
    if (targets == null) {
      return false;
    }
    Pokemon target = targets.length == 0 ? null : e.t.find(targets[0]);
    if (target == null) {
      return true;
    }
    Face face = e.t.face(target.top());
    int[] places = new int[face.attacks.size()];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
      labels.add(face.attacks.get(i).name());
    }
    if (places.length == 0) {
      return true;
    }
    List<Integer> chosen =
        places.length == 1
            ? List.of(0)
            : e.ask(
                f,
                f.seat,
                ChoiceKind.ATTACK,
                1,
                1,
                Ints.list(places),
                labels,
                "Choose an attack to use.");
    if (chosen == null) {
      return false;
    }
    Attack attack = face.attacks.get(chosen.getFirst());
    Pokemon user = e.t.find(f.self);
    if (user != null) {
      e.emit(new Event.AttackUsed(f.seat, f.self, e.topRef(user), attack.name()));
    }
    e.push(
        new Fr(Frame.Kind.PROGRAM, face.number, chosen.getFirst(), f.seat, f.self, f.source, -1));
    return true;
  }

  static boolean grant(Engine e, Fr f, Effect.Grant grant) {
    int[] targets = Operations.affected(e, f, grant.to(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = e.t.find(serial);
      if (target != null) {
        begin(e, f, grant.gives(), grant.until(), serial, e.topRef(target));
      }
    }
    return true;
  }

  static boolean grant(Engine e, Fr f, Effect.GrantPlayer grant) {
    for (Seat seat : Questions.seats(f, grant.to())) {
      begin(e, f, grant.gives(), grant.until(), -1 - seat.index(), -1);
    }
    return true;
  }

  private static void begin(Engine e, Fr f, Static gives, Span span, int target, int ref) {
    int now = e.t.turn();
    boolean own = f.seat == e.t.turnSeat();
    int next = now + (own ? 2 : 1);
    int from = span == Span.YOUR_NEXT_TURN ? next : now;
    int until =
        switch (span) {
          case THIS_TURN -> now;
          case OPPONENTS_NEXT_TURN -> now + (own ? 1 : 2);
          case YOUR_NEXT_TURN -> next;
          case WHILE_ACTIVE, WHILE_IN_PLAY -> Integer.MAX_VALUE;
        };
    boolean attack = e.isOfAttack(f);
    boolean whileActive = span == Span.WHILE_ACTIVE || (attack && span != Span.WHILE_IN_PLAY);
    Lasting lasting =
        new Lasting(
            f.card,
            f.program,
            f.at,
            f.seat.index(),
            f.self,
            target,
            captured(e, f, gives),
            from,
            until,
            whileActive);
    e.emit(new Event.EffectBegan(lasting, ref, name(gives)));
  }

  /** Amounts of lasting effects are what they came to when they began. */
  private static int captured(Engine e, Fr f, Static gives) {
    if (gives instanceof Static.DamageDealt(Amount by, var _)) {
      return Questions.amount(e.t, f, by);
    }
    if (gives instanceof Static.DamageTaken(Amount by, var _)) {
      return Questions.amount(e.t, f, by);
    }
    return Source.ASK;
  }

  private static String name(Static gives) {
    StringBuilder name = new StringBuilder();
    for (char letter : gives.getClass().getSimpleName().toCharArray()) {
      if (Character.isUpperCase(letter) && !name.isEmpty()) {
        name.append('_');
      }
      name.append(Character.toLowerCase(letter));
    }
    return name.toString();
  }
}
