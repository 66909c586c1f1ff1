/**
 * What stands before the words of a clause and says only when, or how it goes on: period words and
 * conjunctions. The list of the periods follows `text/numerals/dates`; each may be followed by another.
 */
const period =
  '(?:自|从|到|至|截至|截止|在)?(?:20\\d\\d年?[—－-])?(?:20\\d\\d年)(?:度|以来|底|初|末|上半年|下半年|\\d{1,2}月(?:\\d{1,2}日)?(?:以来|底|起|份)?)?(?:前|以来|期间)?' +
  '|(?:截至|截止)(?:目前|当前|[^，]{2,14}(?:底|末|日|月))|\\d{1,2}月(?:\\d{1,2}日|底|份|中旬|上旬|下旬)?(?:前)?' +
  '|今年(?:以来|上半年)?|去年(?:以来)?|本年度|年内|全年|上半年|下半年|[一二三四]季度(?:前|末)?|近年来|近[一二三四五]年来?|(?:过去)?[一两三四五]年(?:来|间)?|一年来|五年来|过去一年|目前|当前|现|现在|期间|日前|近日|年底前|年初|年末|年底';
const conjunction =
  '同时|此外|另外|其中|并且|并|而且|且|还|也|从而|进而|因此|为此|再次|首先|其次|最后|一方面|另一方面|与此同时|在此基础上|其间|总体来看|总的来看|对此|特别是|尤其是|即';
const lead = new RegExp(`^(?:(?:${period}|${conjunction})(?:，|、|：)?)`, 'u');

/** How many UTF-16 units of a clause only say when it was or how it goes on. */
export function leadLength(words: string): number {
  let length = 0;
  for (;;) {
    const [match] = lead.exec(words.slice(length)) ?? [];
    // What would leave nothing is no lead but the clause itself.
    if (match === undefined || length + match.length >= words.length) return length;
    length += match.length;
  }
}
