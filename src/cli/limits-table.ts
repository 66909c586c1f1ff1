import { limitsThatHold } from '../limits.ts';
import { alignColumns } from './terminal.ts';

/** The public limits as lines of help: name, value, and what it bounds. */
export function limitsTable(): string {
  const rows = limitsThatHold().map(([name, { value, description }]) => [
    `  ${name}`,
    value,
    description,
  ]);
  return ['Limits:', ...alignColumns(rows)].join('\n');
}
