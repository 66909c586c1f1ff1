import { appendFileSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { placesOf } from './place.ts';
import type { SyntheticPlace } from './place.ts';
import { countyOf, governmentOf } from './scene.ts';

/**
 * Copies a vocabulary and adds the synthetic places and governments that so many reports name.
 * @throws where a file of it is missing
 */
export function writeVocabulary(from: string, folder: string, reports: number): void {
  for (const name of ['places', 'units', 'indicators', 'organizations', 'frameworks']) {
    const file = join(from, `${name}.yaml`);
    if (!existsSync(file)) throw new Error(`${file} is not there; a vocabulary has five files`);
  }
  cpSync(from, folder, { recursive: true });
  const counties = Array.from({ length: countyOf(reports - 1) + 1 }, (_, county) => county);
  const places = new Map<string, SyntheticPlace>();
  for (const county of counties) {
    for (const place of placesOf(county)) places.set(place.code, place);
  }
  const lines = (entries: object[]) =>
    entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
  const comment =
    '\n# 合成 Synthetic; no place of GB/T 2260 has a code that begins with 91 to 99.\n';
  const nameOf = (
    { name: [zh, en] }: SyntheticPlace,
    of: readonly [string, string] = ['', ''],
  ) => ({
    zh: `${zh}${of[0]}（合成）`,
    en: `${of[1]}${en} (synthetic)`,
  });
  appendFileSync(
    join(folder, 'places.yaml'),
    comment +
      lines(
        [...places.values()]
          .toSorted((a, b) => (a.code < b.code ? -1 : 1))
          .map((place) => ({ ...place, name: nameOf(place) })),
      ),
  );
  appendFileSync(
    join(folder, 'organizations.yaml'),
    comment +
      lines(
        counties.map((number) => {
          const [county] = placesOf(number);
          const name = nameOf(county, ['人民政府', 'People’s Government of ']);
          return { code: governmentOf(county), name, place: county.code };
        }),
      ),
  );
}
