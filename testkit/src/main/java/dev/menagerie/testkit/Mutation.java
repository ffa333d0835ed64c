package dev.menagerie.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A change to compiled code that a test must notice: one method, a question, always answers yes.
 *
 * @param type the full name of the class
 * @param question the name of its method; there is one of that name, and it returns a boolean
 */
public record Mutation(String type, String question) {
  /**
   * The class with the change.
   *
   * @param compiled the content of its class file
   * @throws IllegalArgumentException if there is not one such method
   */
  public byte[] of(byte[] compiled) {
    var file = ClassFile.of();
    var changed = new AtomicInteger();
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof MethodModel method && method.methodName().equalsString(question)) {
            changed.incrementAndGet();
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                (CodeBuilder code) -> code.iconst_1().ireturn());
          } else {
            builder.with(element);
          }
        };
    byte[] mutated = file.transformClass(file.parse(compiled), transform);
    if (changed.get() != 1) {
      throw new IllegalArgumentException(
          changed.get() + " methods named " + question + " in " + type);
    }
    return mutated;
  }

  /**
   * Writes the changed class below a folder, which then goes first in a class path.
   *
   * @throws IOException if the class is not in the class path, or the file cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    String name = type.replace('.', '/') + ".class";
    var target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    try (InputStream in = Mutation.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) throw new IOException(type + " is not in the class path");
      Files.write(target, of(in.readAllBytes()));
    }
  }
}
