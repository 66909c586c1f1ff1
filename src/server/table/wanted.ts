import type { Format } from './format.ts';

const formats: Readonly<Record<string, Format | 'other'>> = {
  'text/csv': 'csv',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/x-jsonlines': 'jsonl',
};

/**
 * The table format that a request asks for: by `?format=`, or by an `Accept` that prefers it to
 * whatever else it names. Null where it wants no table.
 */
export function wantedFormat(url: URL, accept: string | null): Format | null {
  const named = url.searchParams.get('format');
  if (named === 'csv' || named === 'jsonl') return named;
  let best: { format: Format | 'other'; quality: number } | null = null;
  for (const range of (accept ?? '').split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(
      parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1,
    );
    const format = formats[type] ?? 'other';
    if (type === '' || !(quality > 0)) continue;
    if (!best || quality > best.quality) best = { format, quality };
  }
  return best && best.format !== 'other' ? best.format : null;
}
