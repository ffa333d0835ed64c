// What an expression of PromQL may use: the names and labels of docs/metrics.md, and those of libraries that are used.
import { execFileSync } from "node:child_process";

/** Labels of metrics that are not ours, which docs/metrics.md does not list. */
const LIBRARIES = {
  jvm_memory_used_bytes: ["gauge", "area", "id"],
  jvm_memory_max_bytes: ["gauge", "area", "id"],
  jvm_gc_pause_seconds: ["summary", "action", "cause", "gc"],
  jvm_gc_live_data_size_bytes: ["gauge"],
  process_cpu_usage: ["gauge"],
  process_files_open_files: ["gauge"],
  process_files_max_files: ["gauge"],
  hikaricp_connections_active: ["gauge", "pool"],
  hikaricp_connections_pending: ["gauge", "pool"],
  up: ["gauge"],
};

/** Labels that Prometheus itself adds to every series. */
const TARGET = ["instance", "job"];

/** What a metric's type adds to its name. */
const SUFFIXES = { histogram: ["_bucket", "_sum", "_count"], summary: ["_sum", "_count", "_max"] };

/** The words of PromQL that can stand where a metric could. */
const WORDS = new Set(
  "abs and by bool clamp_max clamp_min count delta histogram_quantile ignoring increase label_values max min offset on or rate sum unless without avg".split(
    " ",
  ),
);

/** All series: name to labels. */
function series(page) {
  const found = new Map();
  const add = (name, type, labels) => {
    for (const suffix of SUFFIXES[type] ?? [""]) {
      found.set(name + suffix, new Set([...TARGET, ...labels, ...(suffix === "_bucket" ? ["le"] : [])]));
    }
  };
  for (const [, name, type, labels] of page.matchAll(/^\| `(\w+)` \| (\w+) \| ([^|]*) \|/gm)) {
    add(
      name,
      type,
      [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
    );
  }
  for (const [name, [type, ...labels]] of Object.entries(LIBRARIES)) add(name, type, labels);
  return found;
}

/** Whether a label's value is a text or a constant of the code, or a word of the protocol. */
function isInCode(root, value) {
  const constant = `\\b${value.toUpperCase()}\\b`;
  const options = ["grep", "-qE", "-e", `"${value}"`, "-e", constant, "--", "*/src/main/*.java"];
  try {
    execFileSync("git", options, { cwd: root, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Checks expressions against the page of all metrics. */
export class MetricNames {
  /**
   * @param page docs/metrics.md
   * @param root of the repository
   * @param problem called with each problem
   */
  constructor(page, root, problem) {
    this.series = series(page);
    this.root = root;
    this.problem = problem;
  }

  /** One name without labels. */
  name(where, name) {
    if (!this.series.has(name)) this.problem(`${where}: there is no metric ${name}`);
  }

  /** An expression, and the labels that texts beside it use. */
  expression(where, expression, textLabels = []) {
    const bare = expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    const outside = bare
      .replaceAll(/\{[^}]*\}/g, "")
      .replaceAll(/\[[^\]]*\]/g, "")
      .replaceAll(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, "");
    const names = (outside.match(/\b[a-zA-Z_]\w*/g) ?? []).filter((word) => !WORDS.has(word));
    if (names.length === 0) this.problem(`${where}: no metric in ${expression}`);
    for (const name of names) this.name(where, name);
    const labels = new Set(names.flatMap((name) => [...(this.series.get(name) ?? [])]));
    const allow = (label) => {
      if (!labels.has(label)) this.problem(`${where}: no label ${label} in ${names.join(", ")}`);
    };
    for (const [, list] of bare.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)) {
      for (const label of list.split(",").map((one) => one.trim())) allow(label);
    }
    for (const label of textLabels) allow(label);
    for (const [, name, matchers] of expression.matchAll(/(\w+)\{([^}]*)\}/g)) this.matchers(where, name, matchers);
  }

  matchers(where, name, matchers) {
    for (const [, label, , values] of matchers.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)) {
      if (!this.series.get(name)?.has(label)) this.problem(`${where}: ${name} has no label ${label}`);
      if (TARGET.includes(label) || name.startsWith("jvm_")) continue;
      for (const value of values.split("|")) {
        if (!isInCode(this.root, value)) this.problem(`${where}: ${label} is never ${value}`);
      }
    }
  }
}
