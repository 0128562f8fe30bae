// Makes `src/generated/messages.ts` from the English catalogue and proves the others equal to it:
// the same messages, each with the same variables. Ends with 1 and a list when they are not.
//
//   node scripts/messages.mjs [--check] [--locales DIR]
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FluentParser, Visitor } from '@fluent/syntax';

const root = join(fileURLToPath(import.meta.url), '../..');
const reference = 'en';
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    locales: { type: 'string', default: join(root, 'locales') },
  },
});

class Variables extends Visitor {
  names = new Set();
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

/** All messages of a language: id → sorted variable names. Faults go to `faults`. */
function catalogue(language, faults) {
  const messages = new Map();
  const folder = join(options.locales, language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const prefix = file.replace('.ftl', '-');
    for (const entry of new FluentParser({ withSpans: false }).parse(readFileSync(join(folder, file), 'utf8'))
      .body) {
      if (entry.type === 'Junk') faults.push(`${language}/${file}: cannot be read: ${entry.content.trim()}`);
      if (entry.type !== 'Message') continue;
      const id = entry.id.name;
      if (!id.startsWith(prefix)) faults.push(`${language}/${file}: ${id} must begin with ${prefix}`);
      if (messages.has(id)) faults.push(`${language}/${file}: ${id} is there twice`);
      const variables = new Variables();
      variables.visit(entry);
      messages.set(id, [...variables.names].sort());
    }
  }
  return messages;
}

function compare(language, expected, found, faults) {
  for (const [id, variables] of expected) {
    const other = found.get(id);
    if (other === undefined) faults.push(`${language}: ${id} is missing`);
    else if (other.join() !== variables.join())
      faults.push(`${language}: ${id} has the variables [${other}], ${reference} has [${variables}]`);
  }
  for (const id of found.keys())
    if (!expected.has(id)) faults.push(`${language}: ${id} is not in ${reference}`);
}

/** Writes the ids and their variables as a TypeScript type. */
function write() {
  const rows = [...messages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, variables]) => {
      const type =
        variables.length === 0 ? 'undefined' : `{ ${variables.map((v) => `${v}: Value`).join('; ')} }`;
      return `  '${id}': ${type};`;
    });
  mkdirSync(join(root, 'src/generated'), { recursive: true });
  writeFileSync(
    join(root, 'src/generated/messages.ts'),
    `// Made from locales/${reference} by \`npm run messages\`.\n\ntype Value = string | number;\n\n` +
      `/** Every message with its variables. */\nexport type Messages = {\n${rows.join('\n')}\n};\n\n` +
      `/** The id of a message. */\nexport type MessageId = keyof Messages;\n`,
  );
}

const faults = [];
const messages = catalogue(reference, faults);
for (const language of readdirSync(options.locales).filter((name) => name !== reference))
  compare(language, messages, catalogue(language, faults), faults);

if (!options.check) write();
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
