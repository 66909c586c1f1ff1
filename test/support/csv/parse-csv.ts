/**
 * The records of a CSV text after RFC 4180, for tests to read back what was written.
 * @throws with `strict` where a cell outside quotes holds what the grammar keeps for quoted ones
 */
export function parseCsv(text: string, { strict = false } = {}): string[][] {
  const refuse = (at: number) => {
    if (strict) throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at - 20, at + 20))}`);
  };
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character === '"' && text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else if (character === '"') {
        quoted = false;
        if (!/^(?:,|\r\n)/.test(text.slice(at + 1, at + 3))) refuse(at);
      } else cell += character;
    } else if (character === '"') {
      if (cell !== '') refuse(at);
      quoted = true;
    } else if (character === ',') {
      record.push(cell);
      cell = '';
    } else if (character === '\r' && text.charAt(at + 1) === '\n') {
      records.push([...record, cell]);
      record = [];
      cell = '';
      at += 1;
    } else {
      if (character === '\r' || character === '\n') refuse(at);
      cell += character;
    }
  }
  if (quoted || cell !== '' || record.length > 0) refuse(text.length);
  return records;
}
