package dev.menagerie.codec;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Generates the {@link RecordAccess} of a type of record. Its code names the record's accessors,
 * and the names and shapes of the members are constants in it: the JIT compiler sees through all of
 * it, which it does not where one loop writes the members of all records.
 */
final class RecordAccessGenerator {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final ClassDesc ACCESS = desc(RecordAccess.class);
  private static final ClassDesc WRITER = desc(JsonWriter.class);
  private static final ClassDesc OPTIONAL = desc(Optional.class);
  private static final ClassDesc BYTES = desc(byte[].class);
  private static final DirectMethodHandleDesc CLASS_DATA =
      ConstantDescs.ofConstantBootstrap(
          ConstantDescs.CD_MethodHandles, "classDataAt", CD_Object, CD_int);

  private final ClassDesc record;
  private final RecordComponent[] components;

  private RecordAccessGenerator(Class<?> record) {
    this.record = desc(record);
    this.components = record.getRecordComponents();
  }

  /**
   * The access to a type's components.
   *
   * @throws IllegalArgumentException if the codec may not see the type
   */
  static RecordAccess of(Class<?> record, List<Member> members) {
    var data = new ArrayList<Object>();
    for (var member : members) {
      data.add(member.quotedName());
      data.add(member.shape());
    }
    var name = ClassDesc.of(record.getName() + "$RecordAccess");
    try {
      var code = new RecordAccessGenerator(record).code(name);
      var made =
          MethodHandles.privateLookupIn(record, LOOKUP)
              .defineHiddenClassWithClassData(code, data, true);
      var none = MethodType.methodType(void.class);
      return (RecordAccess) made.findConstructor(made.lookupClass(), none).invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException("record is not open to the codec: " + record, e);
    }
  }

  private byte[] code(ClassDesc name) {
    return ClassFile.of()
        .build(
            name,
            type ->
                type.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                    .withSuperclass(ACCESS)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        RecordAccessGenerator::constructor)
                    .withMethodBody(
                        "get",
                        MethodTypeDesc.of(CD_Object, CD_Object, CD_int),
                        ClassFile.ACC_PROTECTED,
                        this::get)
                    .withMethodBody(
                        "writeMembers",
                        MethodTypeDesc.of(CD_void, WRITER, CD_Object),
                        ClassFile.ACC_PROTECTED,
                        this::writeMembers));
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(ACCESS, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_();
  }

  private void get(CodeBuilder code) {
    var none = code.newLabel();
    var cases = new ArrayList<SwitchCase>();
    for (int i = 0; i < components.length; i++) cases.add(SwitchCase.of(i, code.newLabel()));
    code.aload(1).checkcast(record).astore(1).iload(2).lookupswitch(none, cases);
    for (int i = 0; i < components.length; i++) {
      code.labelBinding(cases.get(i).target());
      read(code, i, 1);
      boxed(code, components[i].getType()).areturn();
    }
    code.labelBinding(none).aconst_null().areturn();
  }

  private void writeMembers(CodeBuilder code) {
    code.aload(2).checkcast(record).astore(2);
    for (int i = 0; i < components.length; i++) {
      code.aload(1).loadConstant(data(2 * i, BYTES));
      var type = components[i].getType();
      read(code, i, 2);
      if (type == int.class) code.i2l();
      if (type == int.class || type == long.class) {
        helper(code, "number", CD_long);
      } else if (type == boolean.class) {
        helper(code, "bool", CD_boolean);
      } else if (type == String.class) {
        helper(code, "text", CD_String);
      } else {
        boxed(code, type).loadConstant(data(2 * i + 1, CD_Object));
        if (type == Optional.class) helper(code, "optional", OPTIONAL, CD_Object);
        else helper(code, "part", CD_Object, CD_Object);
      }
    }
    code.return_();
  }

  /** Calls an accessor of the record that is in a local variable. */
  private void read(CodeBuilder code, int index, int local) {
    var component = components[index];
    code.aload(local)
        .invokevirtual(record, component.getName(), MethodTypeDesc.of(desc(component.getType())));
  }

  private static CodeBuilder boxed(CodeBuilder code, Class<?> type) {
    if (!type.isPrimitive()) return code;
    var box = desc(MethodType.methodType(type).wrap().returnType());
    return code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, desc(type)));
  }

  private static void helper(CodeBuilder code, String name, ClassDesc... values) {
    var types = new ArrayList<>(List.of(WRITER, BYTES));
    types.addAll(List.of(values));
    code.invokestatic(ACCESS, name, MethodTypeDesc.of(CD_void, types));
  }

  private static DynamicConstantDesc<?> data(int index, ClassDesc type) {
    return DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, type, index);
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }
}
