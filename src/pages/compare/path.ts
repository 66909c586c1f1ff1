/** Where an indicator is compared. */
export const comparePath = (code: string) => `/compare/${encodeURIComponent(code)}`;
