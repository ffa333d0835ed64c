package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingSources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for everything that would keep a server from running well, and says what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks settings, machine and stores as `serve` would use them, and says what to do about",
      "each finding. Takes the options of `serve`; changes nothing."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      " 0:all is well, or there are only warnings",
      " 1:something would keep the server from running"
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin ServeOptions options = new ServeOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's file of settings. Default: menagerie.properties, if there is one")
  @Nullable Path config;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var findings = new Findings();
    var clock = InstantSource.system();
    var sources = (SettingSources) spec.commandLine().getDefaultValueProvider();
    sources.problems(spec).forEach(p -> findings.error(p, SettingsExamination.REMEDY));
    new SettingsExamination(options, new CertificateExamination(clock)).examine(findings);
    new MachineExamination(options).examine(findings);
    new StoresExamination(options, clock).examine(findings);
    var out = spec.commandLine().getOut();
    findings.all().forEach(finding -> out.println(finding.text()));
    out.flush();
    return findings.hasErrors() ? 1 : 0;
  }
}
