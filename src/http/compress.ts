import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  zstdCompress,
} from 'node:zlib';
import type { Coding } from './encoding.ts';

/** Below this many bytes a compressed answer is hardly smaller, and no packet is saved. */
export const worthCompressing = 1024;

// Levels that take about a tenth of a millisecond for a report of 18 kB, at a third of its size.
const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipOptions = { level: 4 };

const zstdBytes = promisify(zstdCompress);
const brotliBytes = promisify(brotliCompress);
const gzipBytes = promisify(gzip);

/** Compresses on another thread, so that the event loop goes on. */
export function compress(bytes: Uint8Array, coding: Coding): Promise<Buffer> {
  switch (coding) {
    case 'zstd':
      return zstdBytes(bytes, zstdOptions);
    case 'br':
      return brotliBytes(bytes, brotliOptions);
    case 'gzip':
      return gzipBytes(bytes, gzipOptions);
  }
}

/** The same for what comes piece by piece. */
export function createCompressor(coding: Coding): Transform {
  switch (coding) {
    case 'zstd':
      return createZstdCompress(zstdOptions);
    case 'br':
      return createBrotliCompress(brotliOptions);
    case 'gzip':
      return createGzip(gzipOptions);
  }
}
