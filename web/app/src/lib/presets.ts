/** How the presets are introduced to people. */
export const RULES_WORDS: Record<string, { name: string; text: string }> = {
  pocket: { name: "Pocket", text: "20 cards, energy of its own accord, first to 3 points. Ten minutes." },
  standard: { name: "Standard", text: "60 cards, six prizes. The long game." },
  house: { name: "House", text: "40 cards and an energy deck, first to 4 points." },
};
