import { randomBytes } from 'node:crypto';
import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * Stands in a page for the origin that it is asked from, as `http://localhost:4000`: a page is made
 * once, whatever names its server is called by. No text can hold it, since nobody knows it before.
 */
export const anyOrigin = `https://${randomBytes(12).toString('hex')}.invalid`;

/** Stands in a page for the day on which it is read, which citations tell: with dashes and with slashes. */
export const anyDay = {
  dashes: `day-${randomBytes(12).toString('hex')}`,
  slashes: `day/${randomBytes(12).toString('hex')}`,
};

/** The day in UTC, as `2026-11-28`. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/**
 * A page for those who ask from an origin.
 * @param day on which they read it, as `2026-11-28`
 */
export const pageAt = (page: Html | string, origin: string, day: string): string =>
  textAt(page.toString(), html`${origin}`.toString(), day);

/** The same of a text that is no page. */
export const textAt = (text: string, origin: string, day: string): string =>
  text
    .replaceAll(anyOrigin, origin)
    .replaceAll(anyDay.dashes, day)
    .replaceAll(anyDay.slashes, day.replaceAll('-', '/'));
