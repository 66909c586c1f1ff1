/**
 * By what readers call this server, as `https://example.org`: told once, when a process starts, like the limits
 * that it holds to. Empty where nobody said; then addresses in answers are paths, which begin with `/`.
 */
let origin = '';

export const publicOrigin = (): string => origin;

/** By what one who asks an address calls this server: as was told, else as the address does. */
export const originFor = (url: URL): string => origin || url.origin;

/** @param told scheme, host and port without a path; null or undefined for none */
export function setPublicOrigin(told: string | null | undefined): void {
  origin = told ?? '';
}
