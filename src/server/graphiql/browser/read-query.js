const tokens =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\.\.\.|[_A-Za-z]\w*|[{}()[\]:$@!=]|[^\s,{}()[\]:$@!="#.]+/g;

/**
 * What a GraphQL document selects, with the places in its text: enough to add fields to it. A selection
 * set is `{ at, fields, parts }`: the place after its brace, its fields, and its inline fragments; of a field are told where
 * its name ends, and from where to where its arguments stand. Of a
 * text that is no document it reads what it can.
 */
export function readQuery(text) {
  const reader = createReader(text);
  const operations = [];
  const fragments = [];
  while (reader.next()) {
    // A description may stand before a definition.
    if (reader.next().startsWith('"')) reader.take();
    else if (reader.next() === 'fragment') fragments.push(readFragment(reader));
    else operations.push(readOperation(reader));
  }
  return { operations, fragments };
}

function createReader(text) {
  const found = [...text.matchAll(tokens)].filter(([token]) => !token.startsWith('#'));
  let index = 0;
  return {
    /** The token that comes, and after it others; undefined at the end. */
    next: (ahead = 0) => found[index + ahead]?.[0],
    /** Where the token that comes begins. */
    at: () => found[index]?.index ?? text.length,
    /** Where the token before it ends. */
    end: () => (found[index - 1]?.index ?? 0) + (found[index - 1]?.[0].length ?? 0),
    take: () => found[index++]?.[0],
  };
}

function readOperation(reader) {
  let name = null;
  if (reader.next() !== '{') {
    reader.take();
    if (isName(reader.next())) name = reader.take();
    skipTo(reader, '{');
  }
  return { name, set: readSet(reader) };
}

function readFragment(reader) {
  reader.take();
  const name = reader.take();
  reader.take();
  const type = reader.take();
  skipTo(reader, '{');
  return { name, type, set: readSet(reader) };
}

/** Leaves out arguments, definitions of variables and directives. */
function skipTo(reader, token) {
  while (reader.next() !== undefined && reader.next() !== token) {
    if (reader.next() === '(') skipBrackets(reader);
    else reader.take();
  }
}

function skipBrackets(reader) {
  let depth = 0;
  do {
    const token = reader.take();
    if (token === undefined) return;
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
  } while (depth > 0);
}

function readSet(reader) {
  if (reader.next() !== '{') return null;
  const set = { at: reader.at() + 1, fields: [], parts: [] };
  reader.take();
  while (reader.next() !== undefined && reader.next() !== '}') {
    if (reader.next() === '...') readSpread(reader, set);
    else set.fields.push(readField(reader));
  }
  reader.take();
  return set;
}

function readSpread(reader, set) {
  reader.take();
  let type = null;
  if (reader.next() === 'on') {
    reader.take();
    type = reader.take();
  } else if (isName(reader.next())) reader.take();
  skipDirectives(reader);
  const inner = readSet(reader);
  if (inner) set.parts.push({ type, set: inner });
}

function readField(reader) {
  const key = reader.take();
  let name = key;
  if (reader.next() === ':') {
    reader.take();
    name = reader.take();
  }
  const end = reader.end();
  const from = reader.at();
  if (reader.next() === '(') skipBrackets(reader);
  const to = reader.at();
  skipDirectives(reader);
  return { key, name, end, from, to, set: readSet(reader) };
}

function skipDirectives(reader) {
  while (reader.next() === '@') {
    reader.take();
    reader.take();
    if (reader.next() === '(') skipBrackets(reader);
  }
}

const isName = (token) => token !== undefined && /^[_A-Za-z]/.test(token);
