import { anyDay, anyOrigin } from '../origin.ts';
import { shortVersion } from '../site.ts';
import type { Site } from '../site.ts';

/** What is cited and by whom it is told. */
export type CitedThing = {
  /** In Chinese, with its figure. */
  title: string;
  /** A key that is its own, of letters, digits and hyphens. */
  key: string;
  path: string;
  /** Null for what no single report tells. */
  report: {
    /** Null where it is the report itself that is cited. */
    title: string | null;
    /** Who published it, where it says so. */
    publisher: string | null;
    publishedOn: string | null;
  } | null;
};

export type CitationFormat = { name: string; lang: 'zh' | 'en'; text: string };

/** Ready citations of a thing, with the version of the data that it was read in. */
export const citationFormats = (site: Site, cited: CitedThing): readonly CitationFormat[] => [
  { name: 'GB/T 7714', lang: 'zh', text: gbT7714(site, cited) },
  { name: 'BibTeX', lang: 'en', text: bibTex(site, cited) },
  { name: 'RIS', lang: 'en', text: ris(site, cited) },
];

const database = ({ softwareVersion }: Site) => `举证 Juzheng ${softwareVersion}`;

/**
 * An entry of an online database after GB/T 7714-2015, 8.8: who, what [DB/OL], where it is a part of,
 * (when it was published) [when it was read], the address.
 */
function gbT7714(site: Site, { title, path, report }: CitedThing): string {
  const author = report?.publisher ? `${report.publisher}. ` : '';
  const container = report?.title ? `//${report.title}` : '';
  const published = report?.publishedOn ? `(${report.publishedOn})` : '';
  return `${author}${title}[DB/OL]${container}. ${database(site)}, 数据版本 ${shortVersion(site.dataVersion)}. ${published}[${anyDay.dashes}]. ${anyOrigin}${path}.`;
}

function bibTex(site: Site, { title, key, path, report }: CitedThing): string {
  const note = [
    report?.title && `见《${report.title}》`,
    `数据版本 ${shortVersion(site.dataVersion)}`,
  ].filter(Boolean);
  const year = report?.publishedOn?.slice(0, 4);
  const fields: [string, string | null | undefined][] = [
    ['author', report?.publisher && `{${ofTex(report.publisher)}}`],
    ['title', `{${ofTex(title)}}`],
    ['howpublished', ofTex(database(site))],
    ['year', year],
    ['note', ofTex(note.join('；'))],
    ['url', `${anyOrigin}${path}`],
    ['urldate', anyDay.dashes],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join('\n')}\n}`;
}

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Signs that TeX would read otherwise, kept as they are. */
const ofTex = (text: string) =>
  text.replaceAll(/[\\{}%&#_$~^]/g, (sign) => texSigns[sign] ?? `\\${sign}`);

function ris(site: Site, { title, path, report }: CitedThing): string {
  const published = report?.publishedOn;
  const tags: [string, string | null | undefined][] = [
    ['TY', 'DATA'],
    ['AU', report?.publisher],
    ['TI', title],
    ['T2', report?.title],
    ['PY', published?.slice(0, 4)],
    ['DA', published?.replaceAll('-', '/')],
    ['PB', database(site)],
    ['ET', shortVersion(site.dataVersion)],
    ['UR', `${anyOrigin}${path}`],
    ['Y2', anyDay.slashes],
  ];
  const lines = tags
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}`);
  return `${lines.join('\n')}\nER  - `;
}

/** A line's end would begin another tag. */
const oneLine = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ');
