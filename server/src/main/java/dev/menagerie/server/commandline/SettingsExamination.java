package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingChecks;
import java.net.URI;

/** Settings, ports, and how players reach the server. */
record SettingsExamination(ServeOptions options, CertificateExamination certificates) {
  void examine(Findings findings) {
    var problems = new SettingChecks(options).problems();
    problems.forEach(
        p -> findings.error(p, "correct the setting; docs/configuration.md lists all"));
    if (problems.isEmpty()) findings.ok("settings can be used");
    ports(findings);
    options.network.certificate().ifPresent(file -> certificates.inFile(file, findings));
    origins(findings);
  }

  private void ports(Findings findings) {
    try {
      new SettingChecks(options).requirePorts();
      findings.ok("ports are free");
    } catch (CommandFailure taken) {
      findings.error(
          String.valueOf(taken.getMessage()),
          "stop what listens there (ss -ltnp shows it), or choose another --port");
    }
  }

  private void origins(Findings findings) {
    boolean local = options.host.equals("127.0.0.1") || options.host.equals("::1");
    if (options.network.publicUrl == null) {
      if (!local) {
        findings.warning(
            "players of other machines reach the server, and it does not know its own address",
            "set --public-url to what players type into their browsers");
      }
      return;
    }
    if (!options.network.publicUrl.startsWith("https:")) {
      findings.warning(
          "--public-url is not https: tokens and passwords travel readable",
          "put a proxy with TLS in front (docs/deploy.md)");
      return;
    }
    if (local && !options.network.isSecure() && options.network.trustedProxies.isEmpty()) {
      findings.warning(
          "a proxy is in front, and it is not trusted: all players share its address and its"
              + " limits",
          "set --trusted-proxies to the proxy's address, such as 127.0.0.1");
    }
    certificates.at(URI.create(options.network.publicUrl), findings);
  }
}
