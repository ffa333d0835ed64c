import { RequestRefused } from "@menagerie/client";
import { t } from "./i18n.svelte.js";

/** Why the server does not believe that the owner of the account asks; undefined for other problems. */
export function ownerProblem(problem: unknown): string | undefined {
  if (!(problem instanceof RequestRefused) || problem.code !== "forbidden") return undefined;
  return t(problem.details["reason"] === "sign_in_again" ? "account.sign_in_again" : "account.wrong_password");
}
