// Turns the published CloudFormation specification (npm package @aws-cdk/aws-service-spec) into cloudformation.txt.
// Run by hand, see README.md; the build reads the committed text and needs no npm. Same package version, same bytes out.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const k_package = '@aws-cdk/aws-service-spec';
const k_version = '0.1.216';

// The package describes the SAM types as they were in 2018; sam.txt holds them as documented today.
const k_sam_prefix = 'AWS::Serverless::';

// What the specification cannot say: types that take any property, and attributes named by the template's author.
const k_open = new Set(['AWS::CloudFormation::CustomResource']);
const k_custom = 'Custom::*';
const k_named_outputs = new Set(['AWS::CloudFormation::Stack', 'AWS::ServiceCatalog::CloudFormationProvisionedProduct']);

const k_letters = { string: 's', integer: 'i', number: 'n', boolean: 'b', json: 'j', 'date-time': 't', tag: 'T' };

function load_specification(folder) {
  const require = createRequire(join(resolve(folder), 'index.js'));
  const main = require.resolve(k_package);
  const found = JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')).version;
  if (found !== k_version) throw new Error(`${k_package} is ${found}, this script is pinned to ${k_version}`);
  return require(k_package).loadAwsServiceSpecSync();
}

function checked(text, pattern, what) {
  if (!pattern.test(text)) throw new Error(`${what} does not fit the format: ${JSON.stringify(text)}`);
  return text;
}

const name_of = (text) => checked(text, /^[A-Za-z0-9_.]+$/, 'name');
// Identifiers are paths such as Schedule/ScheduleId; GetAtt and everything else here writes dots.
const path_of = (text) => name_of(text.replaceAll('/', '.'));
const by_name = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const sorted_entries = (object) => Object.entries(object).sort(([a], [b]) => by_name(a, b));

function allowed_text(values) {
  if (!values?.length) return '';
  return `(${values.map((v) => checked(String(v), /^[^()|\n]*$/, 'allowed value')).join('|')})`;
}

class Writer {
  constructor(db) {
    this.db = db;
  }

  // `owner` is the name of the property: a record of the same name is written {} to save space.
  type(type, owner) {
    switch (type.type) {
      case 'array':
        return `[${this.type(type.element, owner)}]`;
      case 'map':
        return `<${this.type(type.element, owner)}>`;
      case 'union':
        return type.types.map((member) => this.type(member, owner)).join('|');
      case 'ref': {
        const name = name_of(this.db.get('typeDefinition', type.reference.$ref).name);
        this.reached.add(type.reference.$ref);
        return name === owner ? '{}' : `{${name}}`;
      }
      default: {
        const letter = k_letters[type.type];
        if (!letter) throw new Error(`unknown type ${JSON.stringify(type)}`);
        return letter + allowed_text(type.allowedValues);
      }
    }
  }

  // What follows a name: nothing for a plain string, by far the most frequent type.
  suffix(type, owner) {
    const text = this.type(type, owner);
    return text === 's' ? '' : ` ${text}`;
  }

  property([name, property]) {
    const mark = property.required ? '!' : '';
    let line = `-${name_of(name)}${mark}${this.suffix(property.type, name)}`;
    if (property.defaultValue !== undefined) {
      JSON.parse(property.defaultValue); // The format promises JSON text.
      line += ` =${checked(property.defaultValue, /^[^\n]*$/, 'default')}`;
    }
    return line;
  }

  resource(resource) {
    this.reached = new Set();
    const type = resource.cloudFormationType;
    const out = [];
    if (k_open.has(type)) out.push('.open');
    const id = resource.primaryIdentifier ?? [];
    const ref = resource.cfnRefIdentifier ?? id;
    if (id.length) out.push(`.id ${id.map(path_of).join(' ')}`);
    if (ref.length && ref.join() !== id.join()) out.push(`.ref ${ref.map(path_of).join(' ')}`);
    const tags = resource.tagInformation;
    if (tags) out.push(`.tags ${name_of(tags.tagPropertyName)} ${tags.variant}`);
    const attributes = sorted_entries(resource.attributes).map(([n, a]) => `@${name_of(n)}${this.suffix(a.type, n)}`);
    if (k_named_outputs.has(type)) attributes.push('@Outputs.*');
    out.push(...attributes.sort(by_name), ...sorted_entries(resource.properties).map((p) => this.property(p)));
    return [...out, ...this.definitions()].join('\n');
  }

  // Every type definition reached from what was written so far, each once, sorted by name.
  definitions() {
    const blocks = new Map();
    for (const id of this.reached) { // A Set yields what is added while it is walked.
      const definition = this.db.get('typeDefinition', id);
      if (blocks.has(definition.name)) throw new Error(`two definitions are named ${definition.name}`);
      const lines = sorted_entries(definition.properties).map((p) => this.property(p));
      blocks.set(definition.name, [`:${name_of(definition.name)}`, ...lines].join('\n'));
    }
    return [...blocks].sort(([a], [b]) => by_name(a, b)).map(([, block]) => block);
  }
}

function blocks_of(db) {
  const writer = new Writer(db);
  const blocks = new Map();
  for (const resource of db.all('resource')) {
    const type = checked(resource.cloudFormationType, /^[A-Za-z0-9:]+$/, 'resource type');
    if (type.startsWith(k_sam_prefix)) continue;
    blocks.set(type, writer.resource(resource));
  }
  for (const type of k_open) blocks.set(k_custom, blocks.get(type));
  return [...blocks].sort(([a], [b]) => by_name(a, b)).map(([type, body]) => `=${type}\n${body}`.trimEnd());
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node extract.mjs FOLDER   (the folder where the npm package is installed)');
  process.exit(2);
}
const output = join(dirname(fileURLToPath(import.meta.url)), 'cloudformation.txt');
const blocks = blocks_of(load_specification(folder));
writeFileSync(output, [`# spile schema 1, from ${k_package} ${k_version} (Apache-2.0)`, ...blocks, ''].join('\n'));
console.log(`${output}: ${blocks.length} types`);
