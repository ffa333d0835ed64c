// Checks what Prometheus and Grafana read: the files parse, and every name, label and value in them is one of the server's.
import { parse } from "yaml";
import { MetricNames } from "./metric-names.mjs";

/** Labels that a template names: {{ $labels.store }} of an alert, {{store}} of a legend. */
const labelsIn = (text) => [...text.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)/g)].map(([, label]) => label);

function alerts(file, read, metrics, expect) {
  const names = new Set();
  for (const group of parse(read(file)).groups) {
    for (const rule of group.rules) {
      const where = `${file}: ${rule.alert}`;
      expect(rule.alert && !names.has(rule.alert), `${where}: no name of its own`);
      names.add(rule.alert);
      expect(["page", "ticket"].includes(rule.labels?.severity), `${where}: no severity`);
      const { summary, action } = rule.annotations ?? {};
      expect(summary && action, `${where}: it says not what is wrong, or not what to do`);
      const texts = `${summary} ${action}`;
      expect(!/\{\{\s*\$(?!labels\.|value\b)/.test(texts), `${where}: an unknown variable`);
      metrics.expression(where, rule.expr, labelsIn(texts.replaceAll(/\{\{\s*\$value[^}]*\}\}/g, "")));
      for (const [name] of action.matchAll(/menagerie_\w+/g)) {
        const known = [name, `${name}_count`].some((one) => metrics.series.has(one));
        expect(known, `${where}: there is no metric ${name}`);
      }
    }
  }
  return names;
}

function dashboard(file, read, metrics, expect) {
  const { panels } = JSON.parse(read(file));
  const ids = new Set(panels.map((panel) => panel.id));
  expect(ids.size === panels.length, `${file}: two panels have one id`);
  const cells = new Set();
  for (const panel of panels) {
    const where = `${file}: ${panel.title}`;
    const { x, y, w, h } = panel.gridPos;
    expect(x + w <= 24, `${where}: wider than the page`);
    for (let column = x; column < x + w; column++) {
      for (let row = y; row < y + h; row++) {
        const cell = `${column} ${row}`;
        expect(!cells.has(cell), `${where}: covers another panel`);
        cells.add(cell);
      }
    }
    for (const { expr, legendFormat } of panel.targets) {
      metrics.expression(where, expr.replaceAll("$__rate_interval", "5m"), labelsIn(legendFormat));
    }
  }
}

function scrape(file, read, ports, expect) {
  const { rule_files: rules, scrape_configs: jobs } = parse(read(file));
  for (const rule of rules) expect(read(file.replace(/[^/]+$/, rule)) !== "", `${file}: ${rule} is empty`);
  const targets = jobs.flatMap((job) => job.static_configs.flatMap((config) => config.targets));
  for (const target of targets) {
    const port = target.split(":")[1];
    for (const [where, opened] of Object.entries(ports)) {
      expect(opened === port, `${file} scrapes port ${port}, ${where} opens ${opened}`);
    }
  }
  return new Set(jobs.map((job) => job.job_name));
}

/**
 * Checks all of them.
 *
 * @param ports the management port that each example opens, by the name of the example
 * @returns what checks further expressions and names
 */
export function checkMonitoring(root, read, ports, expect) {
  const metrics = new MetricNames(read("docs/metrics.md"), root, (problem) => expect(false, problem));
  const names = alerts("deploy/prometheus/alerts.yaml", read, metrics, expect);
  dashboard("deploy/grafana/menagerie.json", read, metrics, expect);
  const jobs = scrape("deploy/prometheus/prometheus.yaml", read, ports, expect);
  for (const [, job] of read("deploy/prometheus/alerts.yaml").matchAll(/job="([^"]*)"/g)) {
    expect(jobs.has(job), `deploy/prometheus/alerts.yaml: no job ${job} is scraped`);
  }
  const page = read("docs/monitoring.md");
  for (const name of names) expect(page.includes(`\`${name}\``), `docs/monitoring.md: nothing about ${name}`);
  return metrics;
}
