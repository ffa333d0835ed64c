// Fails when something that the package exports has no doc comment: a declaration, or a member of one.
// Usage: node scripts/check-docs.mjs [ENTRY...]; without an entry, those of package.json.
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a module exports without a comment, as `file:line name`. */
export function undocumented(entries) {
  const options = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true };
  const program = ts.createProgram(entries, { ...options, target: ts.ScriptTarget.ES2022, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const found = new Set();
  for (const entry of entries) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry));
    if (!module) throw new Error(`${entry} exports nothing`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      for (const declaration of symbol.declarations ?? []) look(declaration, symbol.name);
    }
  }
  return [...found].sort();

  function look(declaration, name) {
    if (!isDocumented(declaration)) report(declaration, name);
    visitMembers(declaration, name);
  }

  /** Members of classes, interfaces and of object types within types. */
  function visitMembers(node, name) {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      for (const member of node.members) if (isPublic(member)) look(member, `${name}.${memberName(member)}`);
    } else if (ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) {
      if (node.type) visitType(node.type, name);
    }
  }

  function visitType(type, name) {
    if (ts.isTypeLiteralNode(type)) {
      for (const member of type.members) look(member, `${name}.${memberName(member)}`);
    } else if (!ts.isFunctionTypeNode(type) && !ts.isTypeReferenceNode(type)) {
      ts.forEachChild(type, (child) => visitType(child, name));
    }
  }

  function isDocumented(node) {
    const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
    if (ts.getJSDocCommentsAndTags(holder).length > 0) return true;
    // A setter has its getter's comment, an index signature that of its type.
    return ts.isIndexSignatureDeclaration(node) || ts.isSetAccessor(node);
  }

  function report(node, name) {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.add(`${relative(root, file.fileName)}:${line + 1} ${name}`);
  }
}

function isPublic(member) {
  if (member.name && ts.isPrivateIdentifier(member.name)) return false;
  const flags = ts.getCombinedModifierFlags(member);
  return (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0;
}

const memberName = (member) => member.name?.getText() ?? "constructor";

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const entries = process.argv.length > 2 ? process.argv.slice(2) : [`${root}src/index.ts`, `${root}src/testing.ts`];
  const missing = undocumented(entries);
  if (missing.length > 0) {
    console.error(`Exported without a doc comment:\n${missing.join("\n")}`);
    process.exit(1);
  }
}
