import { pagePath } from '../../http/addresses.ts';

/** Where an indicator is compared: its own page. */
export const comparePath = (code: string) => pagePath('indicator', code);
