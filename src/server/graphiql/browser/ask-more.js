import { readQuery } from './read-query.js';

const ofEvidence = ['exact', 'prefix', 'suffix', 'url'];
const titles = ['label', 'title', 'name'];

/**
 * The same question, asked for its proof as well: of every thing its address, what it is called and its words,
 * of words those around them, and of what is only counted the things themselves.
 * @param schema what introspection tells: `{ root, known }`
 */
export function withProof(query, { root, known }, language) {
  const added = [];
  const { operations, fragments } = readQuery(query);
  const lacking = { known, language };
  const adding = {
    known,
    added,
    missing: (type, keys, _set, depth) => missing(lacking, type, { keys, depth }),
  };
  for (const { set } of operations) {
    if (!set) continue;
    addTo(adding, { set, type: root, depth: 0 });
    added.push([set.at, countedIn({ query, ...lacking }, root, set)]);
  }
  for (const { set, type } of fragments) if (set) addTo(adding, { set, type, depth: 2 });
  return written(query, added);
}

/** The same question, in which every figure has its unit: figures of different units cannot be compared. */
export function withUnits(query, { root, known }) {
  const added = [];
  const isFigure = ({ key, name }) => key === name && ['value', 'absolute', 'sum'].includes(name);
  const unitOf = (type, keys, set) =>
    known.get(type).fields.has('unit') && !keys.has('unit') && set.fields.some(isFigure)
      ? 'unit { name }'
      : '';
  const adding = { known, added, missing: unitOf };
  const { operations, fragments } = readQuery(query);
  for (const { set } of operations) if (set) addTo(adding, { set, type: root, depth: 0 });
  for (const { set, type } of fragments) if (set) addTo(adding, { set, type, depth: 2 });
  return written(query, added);
}

/** The same question, in which every text is asked for in a language where it says none itself. */
export function withLanguage(query, { root, known }, language) {
  const added = [];
  const saying = { query, known, added, words: `language: ${language}` };
  const { operations, fragments } = readQuery(query);
  for (const { set } of operations) if (set) sayIn(saying, set, root);
  for (const { set, type } of fragments) if (set) sayIn(saying, set, type);
  return insert(query, added);
}

function sayIn(saying, { fields, parts }, type) {
  const { query, known, added, words } = saying;
  for (const { name, end, from, to, set } of fields) {
    const described = known.get(type)?.fields.get(name);
    if (set && described) sayIn(saying, set, described.type);
    const given = query.slice(from, to);
    if (!described?.args.has('language') || /\blanguage\s*:/.test(given)) continue;
    added.push(from < to ? [from + 1, `${words}, `] : [end, `(${words})`]);
  }
  for (const part of parts) sayIn(saying, part.set, part.type ?? type);
}

function addTo(adding, { set, type, depth }) {
  const { known, added } = adding;
  const described = known.get(type);
  if (!described) return;
  if (described.kind === 'OBJECT' && depth > 0) {
    const keys = new Set(set.fields.map(({ key }) => key));
    added.push([set.at, adding.missing(type, keys, set, depth)]);
  }
  for (const field of set.fields) {
    const inner = described.fields.get(field.name)?.type;
    if (field.set && inner) addTo(adding, { set: field.set, type: inner, depth: depth + 1 });
  }
  for (const part of set.parts) addTo(adding, { ...part, type: part.type ?? type, depth });
}

/** The fields that a selection of a type lacks, to be shown with its proof. */
function missing({ known, language }, type, { keys, depth }) {
  const { fields } = known.get(type);
  if (type === 'Evidence') return ofEvidence.filter((name) => !keys.has(name)).join(' ');
  const isOf = (name) => fields.get(name)?.type;
  const extra = [];
  if (isOf('url') === 'URL' && !keys.has('url')) extra.push('url');
  if (isOf('evidence') === 'Evidence' && !keys.has('evidence'))
    extra.push(`evidence { ${ofEvidence.join(' ')} }`);
  const title = titles.find((name) => fields.has(name));
  if (title && extra.length > 0 && !titles.some((name) => keys.has(name)))
    extra.push(fields.get(title).args.has('language') ? `${title}(language: ${language})` : title);
  // Only counted, a list shows what it counts; deeper ones would be too many.
  if (depth === 1 && type.endsWith('Connection') && !keys.has('nodes') && !keys.has('edges')) {
    const nodes = missing({ known, language }, isOf('nodes'), { keys: new Set(), depth: 2 });
    if (nodes) extra.push(`nodes { ${nodes} }`);
  }
  return extra.join(' ');
}

/** Groups are of things: `outcomeGroups(filter: …)` has the words of `outcomes(filter: …)`. */
function countedIn({ query, known, language }, root, { fields }) {
  const { fields: roots } = known.get(root);
  const keys = new Set(fields.map(({ key }) => key));
  return fields
    .filter(({ name }) => name.endsWith('Groups') && roots.has(name.replace(/Groups$/, 's')))
    .map((field) => {
      const name = field.name.replace(/Groups$/, 's');
      if (keys.has(name)) return '';
      const filter = filterIn(query.slice(field.from, field.to));
      const connection = known.get(roots.get(name).type);
      const node = connection.fields.get('nodes').type;
      const nodes = missing({ known, language }, node, { keys: new Set(), depth: 2 });
      return `${name}(first: 50${filter}) { nodes { ${nodes} } }`;
    })
    .join(' ');
}

/** The argument `filter` of arguments, with a comma before it. */
function filterIn(text) {
  const start = text.search(/\bfilter\s*:\s*[{$]/);
  if (start < 0) return '';
  const rest = text.slice(start);
  const variable = /^filter\s*:\s*\$\w+/.exec(rest);
  if (variable) return `, ${variable[0]}`;
  let depth = 0;
  for (let index = rest.indexOf('{'); index < rest.length; index += 1) {
    if (rest[index] === '{') depth += 1;
    if (rest[index] === '}') depth -= 1;
    if (depth === 0) return `, ${rest.slice(0, index + 1)}`;
  }
  return '';
}

/** A text with words put into it, each by itself. */
const written = (text, added) =>
  insert(
    text,
    added.filter(([, words]) => words !== '').map(([at, words]) => [at, ` ${words} `]),
  );

/** A text with others put into it. */
function insert(text, added) {
  let result = text;
  for (const [at, words] of added.toSorted(([one], [other]) => other - one))
    result = `${result.slice(0, at)}${words}${result.slice(at)}`;
  return result;
}
