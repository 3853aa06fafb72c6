// Turns the generated bindings of the Terraform AWS provider (npm package @cdktf/provider-aws) into terraform_aws.txt.
// Run by hand, see README.md; the build reads the committed text and needs no npm. Same package version, same bytes out.
// What is read is the TypeScript that the bindings' source maps carry: the generator wrote it, so a few line shapes are
// all there is, and it says in comments what the compiled files do not: who fills an attribute in.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const k_package = '@cdktf/provider-aws';
// The newest bindings, then the last of the major version before: plans of either provider are checked, so what the newer
// has dropped stays known.
const k_versions = { aws6: '21.22.1', aws5: '20.1.0' };

// Data sources are named as in addresses, so that they stand beside resources of the same name.
const k_prefix = { TerraformResource: '', TerraformDataSource: 'data.' };

// What a getter says of a value without parts.
const k_getters = {
  getStringAttribute: 's',
  getBooleanAttribute: 'b',
  getNumberAttribute: 'n',
  getListAttribute: '[s]',
  getNumberListAttribute: '[n]',
  getStringMapAttribute: '<s>',
  getBooleanMapAttribute: '<b>',
  getNumberMapAttribute: '<n>',
};
const k_maps = { StringMap: '<s>', BooleanMap: '<b>', NumberMap: '<n>' };
// The declared types of what no getter fits.
const k_declared = {
  any: 'j',
  'string[][]': '[[s]]',
  '{ [key: string]: string }[]': '[<s>]',
  '{ [key: string]: { [key: string]: string } }': '<<s>>',
};

const k_marks = {
  'false false true': '!', // must be given
  'false true false': '',
  'true true false': '~', // the provider fills it in where it is not given
  'true false false': '^', // only the provider fills it in
  'false false false': '^', // the same, of blocks in a few data sources
};

function checked(text, pattern, what) {
  if (!pattern.test(text)) throw new Error(`${what} does not fit the format: ${JSON.stringify(text)}`);
  return text;
}

const by_name = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const sorted_entries = (map) => [...map].sort(([a], [b]) => by_name(a, b));

function source_of(file) {
  const found = readFileSync(file, 'utf8').match(/^\/\/# sourceMappingURL=data:application\/json;base64,(.*)/m);
  if (!found) throw new Error(`${file} has no source map`);
  return JSON.parse(Buffer.from(found[1], 'base64').toString()).sourcesContent[0];
}

// The text of one resource: its file and, of the largest, those that its records are spread over.
function sources_of(folder) {
  const structs = join(folder, 'index-structs');
  const spread = existsSync(structs) ? readdirSync(structs).sort() : [];
  const files = spread.filter((name) => /^structs\d+\.js$/.test(name)).map((name) => join(structs, name));
  return [...files, join(folder, 'index.js')].map(source_of).join('\n');
}

// Name, what it extends, text.
function classes_of(source) {
  const parts = source.split(/^export class (\w+) extends cdktf\.(\w+) \{$/m);
  const classes = new Map();
  for (let i = 1; i < parts.length; i += 3) classes.set(parts[i], { base: parts[i + 1], text: parts[i + 2] });
  return classes;
}

class Resource {
  constructor(classes) {
    this.classes = classes;
  }

  // Attribute name to {mark, type}; a type is text, or {before, fields, after} around a record.
  fields(name) {
    const parts = this.classes.get(name).text.split(
      /^ {2}\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)$/m);
    const fields = new Map();
    for (let i = 1; i < parts.length; i += 5) {
      const [attribute, computed, optional, required, text] = parts.slice(i, i + 5);
      const mark = k_marks[`${computed} ${optional} ${required}`];
      if (mark === undefined) throw new Error(`${name}.${attribute}: who fills it in?`);
      fields.set(checked(attribute, /^[a-z0-9_]+$/, 'name'), { mark, type: this.type(text, `${name}.${attribute}`) });
    }
    return new Map(sorted_entries(fields));
  }

  type(text, where) {
    const nested = text.match(/^\s*private _\w+ = new (cdktf\.)?(\w+)\(this, "\w+"(?:, (true|false))?\);/);
    if (nested) return nested[1] ? this.known(k_maps[nested[2]], where) : this.nested(nested[2], nested[3] === 'true');
    const getter = text.match(/public get \w+\(\)[^{]*\{\s*return ([^;]*);/)?.[1];
    const call = getter?.match(/^(?:cdktf\.Token\.as\w+\()?(cdktf\.Fn\.tolist\()?this\.(\w+)\('\w+'\)+$/);
    if (!call) throw new Error(`${where}: unknown getter ${getter}`);
    const declared = text.match(/^\s*private _\w+\?: ([^;]*?)(?: \| cdktf\.IResolvable)?; *$/m)?.[1] ?? 'any';
    const type = this.known(call[2] === 'interpolationForAttribute' ? k_declared[declared] : k_getters[call[2]], where);
    return call[1] ? type.replace(/^\[(.*)\]$/, '($1)') : type;
  }

  known(type, where) {
    if (!type) throw new Error(`${where}: unknown type`);
    return type;
  }

  // A class of one record, or of a collection of them: which it is, its base and its constructor say.
  nested(name, is_set) {
    const { base, text } = this.classes.get(name);
    if (base === 'ComplexObject') {
      const fields = this.fields(name);
      if (/super\(terraformResource, terraformAttribute, false\);/.test(text)) return { before: '', fields, after: '' };
      if (!/super\(terraformResource, terraformAttribute, false, 0\);/.test(text)) throw new Error(`${name}: unknown constructor`);
      return { before: '[', fields, after: ']1' };
    }
    const element = text.match(/public get\(\w+: (?:number|string)\): (\w+) \{/)?.[1];
    const around = { ComplexList: is_set ? ['(', ')'] : ['[', ']'], ComplexMap: ['<', '>'] }[base];
    if (!element || !around) throw new Error(`${name}: unknown collection`);
    return { before: around[0], fields: this.fields(element), after: around[1] };
  }
}

// The records below `fields`: for each attribute name the distinct contents, with the path where each stands first.
function collect(fields, path, found) {
  for (const [name, { type }] of fields) {
    if (typeof type === 'string') continue;
    const at = [...path, name];
    const content = JSON.stringify(sorted_entries(type.fields), (_, v) => (v instanceof Map ? [...v] : v));
    type.content = content;
    if (!found.has(name)) found.set(name, new Map());
    if (!found.get(name).has(content)) found.get(name).set(content, { path: at, fields: type.fields });
    collect(type.fields, at, found);
  }
}

// A record is named like its attribute; where an attribute's name has several contents, by the path to it.
const record_name = (name, contents, content) => (contents.size === 1 ? name : contents.get(content).path.join('.'));

function lines_of(fields, found) {
  return [...fields].map(([name, { mark, type }]) => {
    if (type === 's') return `-${name}${mark}`;
    if (typeof type === 'string') return `-${name}${mark} ${type}`;
    const record = record_name(name, found.get(name), type.content);
    return `-${name}${mark} ${type.before}{${record === name ? '' : record}}${type.after}`;
  });
}

function block_of(fields) {
  const found = new Map();
  collect(fields, [], found);
  const records = new Map();
  for (const [name, contents] of found)
    for (const [content, record] of contents) records.set(record_name(name, contents, content), record.fields);
  const out = [];
  if (fields.get('tags')?.type === '<s>') out.push('.tags tags map');
  const tag = fields.get('tag')?.type;
  if (tag?.fields?.has('propagate_at_launch') && tag.after !== ']1') out.push('.tags tag asg');
  out.push(...lines_of(fields, found));
  for (const [name, inner] of sorted_entries(records)) out.push(`:${name}`, ...lines_of(inner, found));
  return out;
}

// Type name to attributes.
function types_of(lib) {
  const types = new Map();
  for (const entry of readdirSync(lib).sort()) {
    if (!existsSync(join(lib, entry, 'index.js'))) continue;
    const classes = classes_of(sources_of(join(lib, entry)));
    for (const [name, { base, text }] of classes) {
      const prefix = k_prefix[base];
      if (prefix === undefined) continue;
      const type = prefix + checked(text.match(/tfResourceType = "(\w+)"/)?.[1] ?? '', /^aws_[a-z0-9_]+$/, 'type');
      if (types.has(type)) throw new Error(`two classes are ${type}`);
      types.set(type, new Resource(classes).fields(name));
    }
  }
  return types;
}

// Adds the attributes that only the older bindings have; nobody must give those any more.
function with_older(fields, older) {
  const all = new Map(fields);
  for (const [name, { mark, type }] of older) {
    const newer = all.get(name);
    if (!newer) all.set(name, { mark: mark === '!' ? '' : mark, type });
    else if (newer.type.fields && type.fields)
      all.set(name, { ...newer, type: { ...newer.type, fields: with_older(newer.type.fields, type.fields) } });
  }
  return new Map(sorted_entries(all));
}

function bindings_of(folder, alias) {
  const root = join(resolve(folder), 'node_modules', alias);
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = k_versions[alias];
  if (about.name !== k_package || about.version !== wanted)
    throw new Error(`${alias} is ${about.name} ${about.version}, this script is pinned to ${k_package} ${wanted}`);
  return { provider: about.cdktf.provider.version, types: types_of(join(root, 'lib')) };
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node extract_terraform.mjs FOLDER   (the folder where the npm packages are installed)');
  process.exit(2);
}
const newer = bindings_of(folder, 'aws6');
const older = bindings_of(folder, 'aws5');
const types = new Map(newer.types);
for (const [type, fields] of older.types) types.set(type, types.has(type) ? with_older(types.get(type), fields) : fields);
const blocks = sorted_entries(types).map(([type, fields]) => [`=${type}`, ...block_of(fields)].join('\n'));
const output = join(dirname(fileURLToPath(import.meta.url)), 'terraform_aws.txt');
const versions = Object.values(k_versions).join(' and ');
const opening = `# spile schema 1, from ${k_package} ${versions} (MPL-2.0), the bindings of hashicorp/aws ${newer.provider} and ${older.provider}`;
writeFileSync(output, [opening, ...blocks, ''].join('\n'));
console.log(`${output}: ${blocks.length} types`);
