package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Effect;
import java.util.List;

/** A part of a program that waits for its moment in a certain turn. */
public record DelayedEffect(
    int card,
    int program,
    int step,
    int seat,
    int self,
    int source,
    Effect.Moment at,
    int turn,
    List<Var> vars) {}
