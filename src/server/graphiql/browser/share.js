import { askedAt } from './asking.js';
import { base, endpoint, language } from './settings.js';
import { make } from './make.js';
import { activeTab, addressOf, longestAddress } from './tabs.js';
import { words } from './words.js';

/** The ways to hand a question on: its address, curl, and its table's address. */
export function showShare(element, answer) {
  const params = answer?.params ?? paramsOf(activeTab());
  const address = addressOf({ ...params, variables: written(params.variables) }).href;
  const csv = tableAddress(params, 'csv');
  element.replaceChildren(
    shareOf('share-address', words.address, address.includes('query=') ? address : null),
    shareOf('share-curl', words.curl, curl(params)),
    shareOf('share-csv', words.csvAddress, csv && new URL(csv, location.href).href),
  );
}

function paramsOf(tab) {
  let variables = null;
  try {
    variables = JSON.parse(tab?.variables || 'null');
  } catch {
    // What is no JSON cannot be asked with.
  }
  return { query: tab?.query ?? '', variables, operationName: tab?.operationName };
}

const written = (variables) =>
  variables && Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : undefined;

/** Where the table of a question can be had; null where that is too long for an address. */
function tableAddress({ query, variables, operationName }, format, list = null) {
  const search = new URLSearchParams({
    format,
    ...(list && { list }),
    query,
    ...(written(variables) && { variables: JSON.stringify(variables) }),
    ...(operationName && { operationName }),
  });
  const address = `${endpoint}?${search}`;
  return address.length > longestAddress ? null : address;
}

/** A link to the table of a question as a file. */
export function download(params, format, list) {
  const plain = tableAddress(params, format, list);
  // For programs the names are the API's; a spreadsheet has heads in the reader's words.
  const address = plain && format === 'csv' ? `${plain}&lang=${language}` : plain;
  const name = { csv: 'CSV', jsonl: 'JSON Lines' }[format];
  if (!address) return make('span', {}, `${name}: ${words.tooLong}`);
  const label = `${words.download} ${name}`;
  return make('a', { href: address, download: `answer.${format}` }, label);
}

/** The same as a command. */
function curl({ query, variables, operationName }) {
  if (base !== '') {
    const address = askedAt({ query, variables, operationName }).replaceAll("'", '%27');
    return `curl -sS -H 'accept: application/json' '${address}'`;
  }
  const body = JSON.stringify({
    query,
    ...(written(variables) && { variables }),
    ...(operationName && { operationName }),
  });
  const quoted = body.replaceAll("'", String.raw`'\''`);
  const address = new URL(endpoint, location.href).href;
  return `curl -sS ${address} -H 'content-type: application/json' -d '${quoted}'`;
}

function shareOf(id, label, text) {
  const field = make(
    'textarea',
    { id, readonly: true, rows: '4', spellcheck: 'false' },
    text ?? words.tooLong,
  );
  field.addEventListener('focus', () => field.select());
  const copied = make('span', { role: 'status' });
  const copy = async () => {
    field.select();
    // Only over HTTPS may a page write to the clipboard; elsewhere it may copy what is selected.
    const isWritten = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    copied.textContent = isWritten || document.execCommand('copy') ? words.copied : '';
  };
  return make(
    'div',
    { class: 'share' },
    make('label', { for: id }, label),
    field,
    text &&
      make(
        'button',
        { type: 'button', class: 'copy', 'aria-describedby': id, on: { click: copy } },
        words.copy,
      ),
    ' ',
    copied,
  );
}
