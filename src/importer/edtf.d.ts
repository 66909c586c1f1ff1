declare module 'edtf' {
  /** First and last millisecond of a date or interval; null or infinite where an end is open. */
  type Dated = { min: number | null; max: number | null };
  /** @throws where the text is no EDTF */
  export default function edtf(text: string): Dated;
}
