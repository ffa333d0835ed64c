package dev.menagerie.rules.state;

/**
 * The text that asks a question.
 *
 * @param card number of the card's definition
 * @param program the part that asks: attacks first, then abilities, then the effect of playing it
 */
public record PendingSource(int card, int program) {}
