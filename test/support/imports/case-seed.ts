import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/**
 * A seed without reports, with the vocabulary of the conformance cases, for a test to fill.
 * @param counties codes of the places that it has in place of those of the vocabulary
 */
export function caseSeed(counties?: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-cases-'));
  const seed = join(root, 'seed');
  cpSync('test/conformance/vocabulary', join(seed, 'vocabulary'), { recursive: true });
  const places = counties?.map((code) => ({
    code,
    level: 'COUNTY',
    name: { zh: code, en: code },
  }));
  if (places) writeFileSync(join(seed, 'vocabulary', 'places.yaml'), stringify(places));
  return {
    root,
    seed,
    data: join(root, 'data'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
