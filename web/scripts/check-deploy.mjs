// Checks the deployment files: they parse, what they refer to is there, and every setting they give is one of the server's.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
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

function kubernetes(file) {
  const documents = parseAllDocuments(read(file));
  for (const document of documents) {
    for (const error of document.errors) problems.push(`${file}: ${error.message}`);
  }
  const objects = documents.map((document) => document.toJS());
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

kubernetes("deploy/kubernetes/menagerie.yaml");
compose("deploy/compose/compose.yaml");
settings("deploy/docker/Dockerfile", read("deploy/docker/Dockerfile").match(/MENAGERIE_[A-Z_]+/g) ?? []);
settings(
  "deploy/systemd/menagerie.service",
  read("deploy/systemd/menagerie.service").match(/MENAGERIE_[A-Z_]+/g) ?? [],
);
for (const problem of problems) console.error(problem);
console.log(`Deployment files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
