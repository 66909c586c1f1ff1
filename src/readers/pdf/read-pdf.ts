import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { readerBounds } from '../../limits.ts';
import { noClaims, textOfLines } from '../document-parts.ts';
import type { DocumentParts, LeftOut } from '../document-parts.ts';
import { UnreadableFile } from '../unreadable.ts';
import { CharacterMaps } from './character-maps.ts';
import { joinLines } from './join-lines.ts';
import { linesOfPage } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import { partRunningLines } from './running-lines.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Of the characters of a text layer, the share that may be of no known meaning. */
const unknownShare = 0.005;

// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const unknown = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g;

/** Nothing is fetched from elsewhere, nothing is run. */
const options = {
  BinaryDataFactory: CharacterMaps,
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  useWorkerFetch: false,
};

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The reader takes the bytes over.
    return await getDocumentProxy(Uint8Array.from(bytes), options);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') {
      throw new UnreadableFile(
        'encrypted',
        'It opens with a password only.',
        'Open it with its password and save it without one.',
      );
    }
    throw new UnreadableFile(
      'broken',
      `It is no whole PDF (${message.split('\n')[0]}).`,
      'Download it anew, or open it and print it to a new PDF.',
    );
  }
}

type Pages = { readonly pages: PageLine[][]; readonly leftOut: LeftOut[] };

async function readPages(pdf: Pdf): Promise<Pages> {
  const pages: PageLine[][] = [];
  const leftOut: LeftOut[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // oxlint-disable no-await-in-loop -- one page at a time keeps memory small
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    // oxlint-enable no-await-in-loop
    const found = linesOfPage(items.filter((item) => 'str' in item));
    pages.push(found.lines);
    if (found.lines.length === 0) {
      leftOut.push({ text: `[page ${number}]`, why: 'a page without a text layer' });
    }
    leftOut.push(...found.turned.map((text) => ({ text, why: 'turned, as a watermark is' })));
    page.cleanup();
  }
  return { pages, leftOut };
}

const recognize = 'Run character recognition over it, look the text through and give it as .txt.';

/** Whether a page without a text layer shows text after all, in a font that does not say which. */
async function showsText(pdf: Pdf): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const page = await pdf.getPage(1);
  const { fnArray } = await page.getOperatorList();
  return fnArray.includes(OPS.showText);
}

async function refuseUnknown(pdf: Pdf, text: string): Promise<void> {
  const pages = pdf.numPages;
  if (text.trim() === '') {
    if (await showsText(pdf)) {
      const what = 'Its fonts do not say which characters their signs are.';
      throw new UnreadableFile('unknown-characters', what, recognize);
    }
    const what = pages === 1 ? 'Its only page has no' : `None of its ${pages} pages has a`;
    throw new UnreadableFile('scan', `${what} text layer: it is a scan.`, recognize);
  }
  const count = text.match(unknown)?.length ?? 0;
  if (count > text.length * unknownShare) {
    throw new UnreadableFile(
      'unknown-characters',
      `Its fonts do not say which characters ${count} of its ${text.length} signs are.`,
      recognize,
    );
  }
}

/** What a file has as its title is often another document’s: it counts where the text has it. */
async function titleOf(pdf: Pdf, text: string) {
  const { info } = (await pdf.getMetadata()) as { info: { Title?: unknown } };
  const title = typeof info.Title === 'string' ? info.Title.trim() : '';
  return title !== '' && text.includes(title) ? { value: title, from: 'PDF: Title' } : null;
}

/**
 * A PDF with a text layer: its lines joined to paragraphs, without running heads and page numbers.
 * @throws {UnreadableFile}
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentParts> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > readerBounds.pages) {
      throw new UnreadableFile(
        'too-many-pages',
        `It has ${pdf.numPages} pages; at most ${readerBounds.pages} are read.`,
        'Give the pages of the report alone.',
      );
    }
    const { pages, leftOut } = await readPages(pdf);
    await refuseUnknown(
      pdf,
      pages
        .flat()
        .map((line) => line.text)
        .join('\n'),
    );
    const running = partRunningLines(pages);
    const text = textOfLines(joinLines(running.pages));
    const { address } = running;
    return {
      text,
      ...noClaims,
      title: await titleOf(pdf, text),
      address: address === null ? null : { value: address, from: 'foot of the page' },
      leftOut: [...running.leftOut, ...leftOut],
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
