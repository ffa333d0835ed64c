import { mount } from "svelte";
import App from "./App.svelte";
import { language } from "./lib/i18n.svelte.js";
import { registerServiceWorker } from "./lib/offline.svelte.js";
import { router } from "./lib/router.svelte.js";
import "./styles/tokens.css";
import "./styles/base.css";

await language.load().catch(() => undefined);
mount(App, { target: document.body });
if (router.route.page !== "embed") registerServiceWorker();
