package dev.menagerie.server.commandline;

import java.util.List;

/** A command that can check its options before it runs. */
interface CheckedCommand {
  /** Everything that is wrong, one line each; empty when the command may run. */
  List<String> problems();
}
