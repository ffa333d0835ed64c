// Builds a form for every call of openapi.json, filled with the document's examples.
const token = document.querySelector("#token");
const account = document.querySelector("#account");
const who = document.querySelector("#who");
const calls = document.querySelector("#calls");

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function send(method, path, headers, body) {
  const all = { ...headers };
  if (token.value) all.Authorization = `Bearer ${token.value}`;
  if (body !== undefined) all["Content-Type"] = "application/json";
  // Relative to this page: the server may be below a path of a proxy.
  const response = await fetch(path.replace(/^\//, ""), { method, headers: all, body });
  const text = await response.text();
  return {
    response,
    text,
    json: text && /json/.test(response.headers.get("Content-Type") ?? "") ? JSON.parse(text) : undefined,
  };
}

account.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { response, json } = await send("POST", "/auth/guest", {}, "{}");
  if (response.ok) token.value = json.access_token;
  who.textContent = response.ok ? `Signed in as ${json.user.name}` : `Refused: ${json?.detail ?? response.status}`;
});

function field(parameter) {
  const input = element("input", { value: parameter.in === "path" ? String(parameter.example ?? "") : "" });
  if (parameter.in !== "path") input.placeholder = String(parameter.example ?? "");
  const note = element("span", { className: "note", textContent: ` ${parameter.in}. ${parameter.description ?? ""}` });
  return { parameter, input, label: element("label", {}, parameter.name, note, input) };
}

function form(path, method, call) {
  const fields = (call.parameters ?? []).map(field);
  const example = call.requestBody?.content["application/json"].example;
  const body = call.requestBody && element("textarea", { rows: 8, value: JSON.stringify(example ?? {}, null, 2) });
  const status = element("p", { role: "status" });
  const answer = element("pre", { tabIndex: 0, hidden: true, ariaLabel: "Answer" });
  const made = element("form", {}, ...fields.map((one) => one.label));
  if (body) made.append(element("label", {}, "Body", body));
  made.append(element("button", { textContent: "Send" }), status, answer);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    const filled = (place) => fields.filter(({ parameter, input }) => parameter.in === place && input.value !== "");
    let url = path;
    for (const { parameter, input } of filled("path"))
      url = url.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    const query = new URLSearchParams(filled("query").map(({ parameter, input }) => [parameter.name, input.value]));
    const headers = Object.fromEntries(filled("header").map(({ parameter, input }) => [parameter.name, input.value]));
    try {
      const { response, text, json } = await send(
        method,
        query.size > 0 ? `${url}?${query}` : url,
        headers,
        body?.value,
      );
      status.textContent = `${response.status} ${response.statusText}`;
      answer.textContent = json === undefined ? text : JSON.stringify(json, null, 2);
    } catch (failure) {
      status.textContent = String(failure);
      answer.textContent = "";
    }
    answer.hidden = answer.textContent === "";
  });
  return made;
}

const openApi = await (await fetch("openapi.json")).json();
calls.textContent = "";
const groups = new Map();
for (const [path, methods] of Object.entries(openApi.paths)) {
  for (const [method, call] of Object.entries(methods)) {
    const [tag] = call.tags;
    if (!groups.has(tag)) groups.set(tag, element("section", {}, element("h2", { textContent: tag })));
    groups
      .get(tag)
      .append(
        element(
          "details",
          { id: call.operationId },
          element(
            "summary",
            {},
            element("code", { textContent: `${method.toUpperCase()} ${path}` }),
            ` ${call.summary}`,
          ),
          element("p", { textContent: call.description ?? "" }),
          form(path, method.toUpperCase(), call),
        ),
      );
  }
}
calls.append(...groups.values());
calls.ariaBusy = "false";
