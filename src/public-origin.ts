/**
 * By what readers call this server, as `https://example.org`: told once, when a process starts, like the limits
 * that it holds to. Empty where nobody said; then addresses in answers are paths, which begin with `/`.
 */
let origin = '';

export const publicOrigin = (): string => origin;

/** @param told scheme, host and port without a path; null or undefined for none */
export function setPublicOrigin(told: string | null | undefined): void {
  origin = told ?? '';
}
