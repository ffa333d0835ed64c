/** What stands beside an attack's name: the base, and a sign where the text says more. */
export function printedDamage(amount: unknown): string {
  if (typeof amount === "number") return String(amount);
  if (typeof amount !== "object" || amount === null) return "";
  const part = amount as Record<string, unknown>;
  switch (part["type"]) {
    case "fixed":
      return printedDamage(part["value"]);
    case "sum": {
      const base = (part["of"] as unknown[]).find((one) => typeof one === "number");
      return base === undefined ? "" : `${base}+`;
    }
    case "times": {
      const each = [part["each"], part["of"]].find((one) => typeof one === "number");
      return each === undefined ? "" : `${each}×`;
    }
    case "difference":
      return typeof part["from"] === "number" ? `${part["from"]}−` : "";
    case "either": {
      const least = printedDamage(part["otherwise"] ?? 0).replace(/\D+$/, "");
      return least === "" || least === "0" ? printedDamage(part["then"]) : `${least}+`;
    }
    case "smaller":
    case "larger":
      return printedDamage(typeof part["left"] === "object" ? part["left"] : part["right"]);
    default:
      return "";
  }
}
