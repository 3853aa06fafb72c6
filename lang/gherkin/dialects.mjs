// Turns the official table of Gherkin's keywords (npm package @cucumber/gherkin) into dialects.txt.
// Run by hand, see README.md; the build reads the committed text and needs no npm. Same package version, same bytes out.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const k_package = '@cucumber/gherkin';
const k_version = '42.0.1';

// What dialects.txt calls a list, and what the package does; in the order of the file.
const k_lists = [
  ['feature', 'feature'],
  ['rule', 'rule'],
  ['background', 'background'],
  ['scenario', 'scenario'],
  ['outline', 'scenarioOutline'],
  ['examples', 'examples'],
  ['given', 'given'],
  ['when', 'when'],
  ['then', 'then'],
  ['and', 'and'],
  ['but', 'but'],
];

function checked(text, what) {
  if (text === '' || /[|=\n\r]/.test(text)) throw new Error(`${what} does not fit the format: ${JSON.stringify(text)}`);
  return text;
}

function dialect(code, table) {
  const known = new Set([...k_lists.map(([, name]) => name), 'name', 'native']);
  for (const name of Object.keys(table)) if (!known.has(name)) throw new Error(`${code} has a list unknown here: ${name}`);
  const head = `=${checked(code, 'code')}|${checked(table.name, code)}|${checked(table.native, code)}|`;
  const lists = k_lists.map(([ours, theirs]) => `${ours}|${table[theirs].map((word) => `${checked(word, code)}|`).join('')}`);
  return [head, ...lists];
}

function main([folder]) {
  if (folder === undefined) throw new Error('usage: node dialects.mjs FOLDER (where the package is installed)');
  const root = join(resolve(folder), 'node_modules', k_package);
  const found = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  if (found !== k_version) throw new Error(`${k_package} is ${found}, this script is pinned to ${k_version}`);
  const all = JSON.parse(readFileSync(join(root, 'src', 'gherkin-languages.json'), 'utf8'));
  const lines = [`# spile gherkin dialects 1, from ${k_package} ${k_version} (MIT)`];
  for (const code of Object.keys(all).sort()) lines.push(...dialect(code, all[code]));
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'dialects.txt'), `${lines.join('\n')}\n`);
}

main(process.argv.slice(2));
