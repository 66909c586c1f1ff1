import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Placed } from './placed.ts';
import type { ReportView } from './view.ts';

/** placeholder */
export function flowOf(_view: ReportView, _placed: Placed): Html {
  return html``;
}
