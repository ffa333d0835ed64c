import type { Amount } from "@menagerie/client";

/** The figure beside an attack's name: the base damage, with a sign if the text changes it. */
export function printedDamage(amount: Amount | undefined): string {
  if (!amount) return "";
  switch (amount.type) {
    case "fixed":
      return String(amount.value);
    case "sum":
      return signed(amount.of, "+");
    case "times":
      return signed([amount.each, amount.of], "×");
    case "difference":
      return signed([amount.from], "−");
    case "either": {
      const least = printedDamage(amount.otherwise).replace(/\D+$/, "");
      return least === "" || least === "0" ? printedDamage(amount.then) : `${least}+`;
    }
    case "smaller":
    case "larger":
      return printedDamage(amount.left.type === "fixed" ? amount.right : amount.left);
    default:
      return "";
  }
}

/** The base damage, with the sign of its change. */
function signed(parts: Amount[], sign: string): string {
  const plain = parts.find((part) => part.type === "fixed");
  return plain ? `${plain.value}${sign}` : "";
}
