import { chmodSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Compiles src/ to dist/. Three things differ from plain `tsc`: the examples of rules stay behind, the list of rules is written
 * from the folder (in src/ it is read from the folder at run time), and the gazetteer's data comes along.
 */

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const target = join(root, 'dist');
const examples = new Set(['examples', 'counterexamples']);

/** Takes `examples` and `counterexamples` out of `defineRule({ … })`: tests read them in src/, nothing reads them in dist/. */
const withoutExamples: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const isExample = (property: ts.ObjectLiteralElementLike): boolean =>
    property.name !== undefined && ts.isIdentifier(property.name) && examples.has(property.name.text);
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'defineRule') {
      const rest = node.arguments.map((argument) =>
        ts.isObjectLiteralExpression(argument)
          ? context.factory.updateObjectLiteralExpression(
              argument,
              argument.properties.filter((property) => !isExample(property)),
            )
          : argument,
      );
      return context.factory.updateCallExpression(node, node.expression, node.typeArguments, rest);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(file, visit, ts.isSourceFile);
};

function compile(): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.build.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('expected tsconfig.build.json to be readable');
  const program = ts.createProgram(config.fileNames, config.options);
  const emitted = program.emit(undefined, undefined, undefined, false, { before: [withoutExamples] });
  return [...config.errors, ...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
}

/** Names of the rules, `rank/list-item`, in order of bytes. */
function ruleNames(): readonly string[] {
  const extractors = join(source, 'extractors');
  const families = readdirSync(extractors, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return families
    .flatMap(({ name }) =>
      readdirSync(join(extractors, name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${name}/${file.slice(0, -'.ts'.length)}`),
    )
    .sort();
}

/** dist/extractors/rules.js: the exports of src/extractors/rules.ts, without reading a folder. */
function writeRules(names: readonly string[]): void {
  const imports = names.map((name, index) => `import rule${index} from './${name}.js';\n`).join('');
  const list = names.map((_, index) => `rule${index}`).join(', ');
  const text = `${imports}\nconst rules = [${list}];\n\nexport async function loadRules() {\n  return rules;\n}\n`;
  writeFileSync(join(target, 'extractors', 'rules.js'), text);
}

rmSync(target, { recursive: true, force: true });
const diagnostics = compile();
if (diagnostics.length > 0) {
  process.stderr.write(
    ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
  process.exitCode = 1;
}
const names = ruleNames();
if (existsSync(join(target, 'extractors', 'rules.js'))) writeRules(names);
cpSync(join(source, 'gazetteer', 'data'), join(target, 'gazetteer', 'data'), { recursive: true });
const command = join(target, 'cli', 'main.js');
if (existsSync(command)) chmodSync(command, 0o755);
console.log(`dist/ written with ${names.length} rules`);
