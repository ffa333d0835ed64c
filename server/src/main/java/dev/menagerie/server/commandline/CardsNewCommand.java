package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a card set: a file with one card of each kind, to be changed. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a set to begin with: a Pokémon, an Item, a tool and a special energy, with texts.",
      "The set is called like the file; its folder is made if need be. An existing file stays as it"
          + " is."
    })
final class CardsNewCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,40}");

  private static final String TEMPLATE =
      """
      {
        "set": {"id": "ID", "name": "TITLE", "version": "0.1.0"},
        "cards": [
          {
            "type": "pokemon", "id": "ID-pup", "name": "TITLE Pup", "stage": "basic", "hp": 70,
            "types": ["grass"], "weakness": {"type": "fire"}, "retreat": 1,
            "attacks": [
              {"name": "Nip", "cost": ["grass"], "damage": 20},
              {
                "name": "Tumble", "cost": ["grass", "colorless"], "damage": 30,
                "text": "Flip a coin. If heads, your opponent's Active Pokémon is now Asleep."
              }
            ]
          },
          {
            "type": "trainer", "id": "ID-lantern", "name": "TITLE Lantern", "kind": "item",
            "text": "Draw 2 cards."
          },
          {
            "type": "trainer", "id": "ID-collar", "name": "TITLE Collar", "kind": "tool",
            "text": "The Pokémon this card is attached to has +20 HP."
          },
          {
            "type": "energy", "id": "ID-energy", "name": "TITLE Energy", "basic": false,
            "text": "This card provides 1 Grass or Water energy."
          }
        ]
      }
      """;

  @Parameters(paramLabel = "FILE", description = "The file to write; its name is the set's id")
  Path file = Path.of("set.json");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    if (!ID.matcher(name).matches()) {
      throw CommandFailure.badUse(
          "the file's name must be lower-case letters, digits, '-' or '_', for it is the set's id");
    }
    String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(
          file,
          TEMPLATE.replace("ID", name).replace("TITLE", title.replace('-', ' ').replace('_', ' ')),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw CommandFailure.badUse(file + " is there already");
    } catch (IOException unwritable) {
      throw CommandFailure.badUse("cannot write " + file);
    }
    var out = spec.commandLine().getOut();
    out.println(file + " is a set of 4 cards; look at them with: menagerie cards show " + file);
    out.flush();
    return 0;
  }
}
