import { pagePaths } from '../../http/addresses.ts';

/** The forms in which a report can be had as a file. */
const forms = ['txt', 'proof.html'] as const;

export type ReportForm = (typeof forms)[number];

export type ReportFile = { code: string; form: ReportForm };

const address = /^([a-z0-9-]+)\.(.+)$/;

/** Which report’s file stands at a path; null for any other path. */
export function reportFileAt(pathname: string): ReportFile | null {
  if (!pathname.startsWith(pagePaths.report)) return null;
  const [, code, ending] = address.exec(pathname.slice(pagePaths.report.length)) ?? [];
  const form = forms.find((known) => known === ending);
  return code !== undefined && form ? { code, form } : null;
}

export const reportFilePath = ({ code, form }: ReportFile): string =>
  `${pagePaths.report}${code}.${form}`;

export const typeOfForm: Readonly<Record<ReportForm, string>> = {
  txt: 'text/plain; charset=utf-8',
  'proof.html': 'text/html; charset=utf-8',
};
