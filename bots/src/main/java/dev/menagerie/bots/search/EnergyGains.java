package dev.menagerie.bots.search;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;

/** Scores where energy goes: how much nearer it brings a Pokémon to its attacks. */
final class EnergyGains {
  private static final double ATTACH = 12.1;
  private static final double LEAVING = 32.6;
  private static final double ATTACH_ACTIVE = 8.0;
  private static final double ATTACH_DANGER = 0.2;
  private static final double ATTACH_HP = 0.0677;
  private static final double READY = 10.5;
  private static final double NEARER = 13.1;
  private static final double DAMAGE = 0.309;
  private static final double MISSING = 2.0;

  private EnergyGains() {}

  static int[] ofZone(Table table, Seat seat) {
    int flipped = Energies.flipped(table, seat);
    return flipped >= 0
        ? table.face(flipped).units
        : table.zoneNow(seat).map(type -> new int[] {type.bit()}).orElse(new int[0]);
  }

  static double attaching(Table table, Seat seat, int[] units, int serial) {
    Pokemon target = table.find(serial);
    if (target == null) {
      return -1;
    }
    int[] now = Energies.units(table, target);
    int[] then = Arrays.copyOf(now, now.length + units.length);
    System.arraycopy(units, 0, then, now.length, units.length);
    CompiledCard face = table.face(target.top());
    double gain = gainOfEnergy(face, now, then, -20);
    for (int i = 0; i < table.count(seat, Pile.HAND); i++) {
      CompiledCard above = table.face(table.card(seat, Pile.HAND, i));
      if (above.isPokemon() && above.evolves(face)) {
        gain = gainOfEnergy(above, now, then, gain);
      }
    }
    boolean active = table.isActive(target);
    Pokemon facing = table.active(seat.other());
    EffectGains gains = QuickPlayer.gains(table, seat, serial, target.top());
    double danger = active && facing != null ? gains.danger(target, facing) : 0;
    double leaving = active && QuickPlayer.isLeaving(table, seat) ? LEAVING : 0;
    return ATTACH
        + gain
        + (active ? ATTACH_ACTIVE : 0)
        - leaving
        - danger * ATTACH_DANGER
        + face.hp * ATTACH_HP;
  }

  private static double gainOfEnergy(CompiledCard face, int[] now, int[] then, double least) {
    double gain = least;
    for (int i = 0; i < face.attacks.size(); i++) {
      int before = Forecast.missing(face, i, now);
      int after = before == 0 ? 0 : Forecast.missing(face, i, then);
      if (after < before) {
        double damage = printed(face.attacks.get(i)) / 10;
        gain = Math.max(gain, (after == 0 ? READY : NEARER) + damage * DAMAGE - MISSING * after);
      }
    }
    return gain;
  }

  static double printed(Attack attack) {
    return attack.damage().isPresent() && attack.damage().get() instanceof Amount.Fixed(var n)
        ? n
        : 40;
  }
}
