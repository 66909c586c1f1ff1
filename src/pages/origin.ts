import { randomBytes } from 'node:crypto';
import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * Stands in a page for the origin that it is asked from, as `http://localhost:4000`: a page is made
 * once, whatever names its server is called by. No text can hold it, since nobody knows it before.
 */
export const anyOrigin = `https://${randomBytes(12).toString('hex')}.invalid`;

/** A page for those who ask from an origin. */
export const pageAt = (page: Html | string, origin: string): string =>
  page.toString().replaceAll(anyOrigin, html`${origin}`.toString());
