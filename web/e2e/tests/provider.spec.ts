import { expect, type Page } from "@playwright/test";
import { barriers } from "../axe.js";
import { newUser, shot, test } from "../player.js";
import { startProvider, type OwnProvider } from "../provider.js";
import { startServer, type OwnServer } from "../server.js";

let provider: OwnProvider;
let server: OwnServer;

test.beforeAll(async () => {
  provider = await startProvider();
  const options = ["--oidc-issuer", provider.issuer, "--oidc-client-id", "menagerie", "--oidc-name", "Club login"];
  server = await startServer("provider-server.log", ...options);
});

test.afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

async function allow(page: Page, subject: string): Promise<void> {
  await page.getByLabel("Who").fill(subject);
  await page.getByRole("button", { name: "Allow" }).click();
}

test("a person signs in at the provider and is the same player next time", async ({ browser }) => {
  const { page, complaints } = await newUser(browser, { baseURL: server.url });
  await page.goto("/account");
  await expect(page.getByRole("button", { name: "Sign in with Club login" })).toBeVisible();
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "provider-sign-in");
  await page.getByRole("button", { name: "Sign in with Club login" }).click();
  await allow(page, "Robin Redbreast");
  await expect(page.getByRole("heading", { level: 1, name: "Robin Redbreast" })).toBeVisible();
  expect(page.url()).toBe(`${server.url}/account`);
  await expect(page.getByText(/Linked since/)).toBeVisible();
  // There is no password to ask for; one can be set after a sign-in.
  await expect(page.getByLabel("Current password")).toHaveCount(0);
  const form = page.getByRole("form", { name: "Set a password" });
  await form.getByLabel("New password").fill("correct horse battery");
  await form.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByRole("form", { name: "Change your password" })).toBeVisible();
  expect(await barriers(page, "light")).toEqual([]);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in with Club login" }).click();
  await allow(page, "Robin Redbreast");
  await expect(page.getByRole("heading", { level: 1, name: "Robin Redbreast" })).toBeVisible();
  expect(provider.exchanged.at(-1)?.get("code_verifier")).toHaveLength(43);
  // The address that the provider sent the browser to signs nobody in again.
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Provider" })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a guest links and stays the same player; another's identity is not taken over", async ({ browser }) => {
  const { page } = await newUser(browser, { baseURL: server.url });
  await page.goto("/account");
  await page.getByLabel("Continue as a guest").check();
  await page.getByLabel("Name").fill("Guest Gwen");
  await page.getByRole("button", { name: "Continue as a guest" }).click();
  await page.getByRole("button", { name: "Continue with Club login" }).click();
  await allow(page, "gwen");
  await expect(page.getByRole("heading", { level: 1, name: "Guest Gwen" })).toBeVisible();
  await expect(page.getByText(/Linked since/)).toBeVisible();

  const { page: other } = await newUser(browser, { baseURL: server.url });
  await other.goto("/account");
  await other.getByLabel("Continue as a guest").check();
  await other.getByLabel("Name").fill("Guest Gus");
  await other.getByRole("button", { name: "Continue as a guest" }).click();
  await other.getByRole("button", { name: "Continue with Club login" }).click();
  await allow(other, "gwen");
  await expect(other.getByRole("alert")).toContainText("Sign in as that player?");
  expect(await barriers(other, "light")).toEqual([]);
  await other.getByRole("button", { name: "Sign in with Club login" }).click();
  await allow(other, "gwen");
  await expect(other.getByRole("heading", { level: 1, name: "Guest Gwen" })).toBeVisible();
});

test("who says no at the provider, or comes with a stranger's link, is told and not signed in", async ({ browser }) => {
  const { page } = await newUser(browser, { baseURL: server.url });
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign in with Club login" }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing has changed");
  await page.goto("/signed-in?code=strangers&state=strangers");
  await expect(page.getByRole("alert")).toContainText("Begin again");
  expect(page.url()).toBe(`${server.url}/signed-in`);
  await page.getByRole("link", { name: "Account", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});
