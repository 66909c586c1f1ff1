import { readFile } from 'node:fs/promises';

/** Names of the maps in `cmaps/`; a PDF may ask for any name. */
const known =
  /^(?:Adobe-GB1-UCS2|(?:GB|GBK|GBKp|GBpc)-EUC-[HV]|GBK2K-[HV]|UniGB-UCS2-[HV]|UniGB-UTF16-[HV])\.bcmap$/;

/**
 * Gives pdf.js the character maps of GB 18030 that PDFs of the years before embedded fonts name without
 * having them. Whatever else it asks for (fonts, programs) is needed to draw, not to read.
 */
export class CharacterMaps {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (!known.test(filename)) throw new Error(`${filename} is not kept here`);
    return new Uint8Array(await readFile(new URL(`cmaps/${filename}`, import.meta.url)));
  }
}
