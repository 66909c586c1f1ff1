import { readCode } from '../code.ts';
import { characterSet } from './character-set.ts';
import { passDigits } from './numbers/arabic-number.ts';
import { readProportion } from './numbers/proportion.ts';
import { readArticle } from './names/article.ts';
import { readDate, readPeriod } from './dates/date.ts';
import { readBeside, readWindow } from './dates/deictic.ts';
import { readIdiom, readSet, readWord } from './names/idiom.ts';
import { readLabel } from './names/label.ts';
import { readName } from './names/name.ts';
import { readNamedSet, readPerFigure } from './names/named-set.ts';
import { isArabicDigit, isChineseNumeral } from './numeral-character.ts';
import { readDatedItem, readNumbered, readPoint } from './names/ordinal.ts';
import { readQuantity } from './quantities/quantity.ts';
import { readQuotedName } from './names/quoted-name.ts';
import { readPlace, readRank } from './names/rank.ts';
import { readUnitLabel } from './names/unit-label.ts';
import { readZero } from './names/zero.ts';
import { isTornOff, readFormal, readTwenty, readVague } from './quantities/scarce-number.ts';
import { readJoinedRange } from './quantities/joined-range.ts';
import { readShortYear } from './dates/short-year.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';
import { readUnmarkedCode } from './names/unmarked-code.ts';
import { readTerms, readUnknown } from './quantities/unread.ts';

const circled = /[①-⑳㈠-㈩]/;
const roman = /[Ⅰ-Ⅻ]/;

/**
 * The numeral that begins at a place, asked of the readers from the most certain to the least; null where
 * nothing that needs one does.
 */
export function readNumeral(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (isArabicDigit(text, at)) return readFigures(place);
  if (isChineseNumeral(text, at)) return readCharacters(place);
  const character = text.charAt(at);
  if (circled.test(character)) return foundNumeral('ORDINAL', at, at + 1);
  if (roman.test(character)) {
    return foundNumeral(text.charAt(at + 1) === '类' ? 'ORDINAL' : 'CODE', at, at + 1);
  }
  if (character === '半') return readLabel(place) ?? readVague(place);
  if (character === '几') return readVague(place);
  if (character === '廿' || character === '卅') return readTwenty(place);
  return readFormal(place) ?? readPeriod(text, at);
}

/** What stands behind the digits of a date, of a set and of a label; nothing else needs to be asked. */
const dateBehind = characterSet(
  '年月日号季世时点:：∶比.．-—–~～－﹣至到/·•・‧ \u3000\u00a0个届款级版',
);
const setBehind = characterSet('×xX*＊✕+＋强星大年对');
const labelBehind = characterSet('国、个小分刻公微秒天日米里度后工计高院大项.购晚年打宣消交电”"');

function readFigures(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  const end = passDigits(text, at);
  return (
    readNumbered(place) ??
    readPlace(place) ??
    readBeside(place) ??
    (dateBehind.at(text, end) ? readWritten(place) : null) ??
    (labelBehind.at(text, end) ? readLabel(place) : null) ??
    (setBehind.at(text, end) ? readSet(place) : null) ??
    readPerFigure(place) ??
    readUnmarkedCode(place) ??
    readPoint(place) ??
    readQuotedName(place) ??
    readCode(place) ??
    readAmount(place) ??
    readUnknown(place)
  );
}

const readWritten = (place: NumeralPlace): FoundNumeral | null =>
  readDatedItem(place) ??
  readShortYear(place) ??
  (readProportion(place.text, place.at) === null ? null : readAmount(place)) ??
  readDate(place) ??
  readTerms(place);

/** What a date and a label in Chinese numerals have within their first characters. */
const dateAhead = characterSet('年月日号季世时点');
const labelAhead = characterSet('小分刻公秒天日米里度国');

function readCharacters(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  return (
    readNumbered(place) ??
    readTornOff(place) ??
    (place.quotation === null ? readIdiom(place) : null) ??
    readUnitLabel(place) ??
    readPlace(place) ??
    readJoinedRange(place) ??
    readBelowZero(place) ??
    readRank(place) ??
    readQuotedName(place) ??
    (labelAhead.within(text, at + 1, 11) ? readLabel(place) : null) ??
    readBeside(place) ??
    readWord(place) ??
    readZero(place) ??
    readName(place) ??
    readPoint(place) ??
    (dateAhead.within(text, at + 1, 11) ? readDate(place) : null) ??
    readSet(place) ??
    readArticle(place) ??
    readNamedSet(place) ??
    readAmount(place) ??
    readUnknown(place)
  );
}

function readAmount(place: NumeralPlace): FoundNumeral | null {
  const quantity = readQuantity(place);
  return quantity === null ? null : (readWindow(place, quantity) ?? quantity);
}

const readTornOff = (place: NumeralPlace): FoundNumeral | null =>
  isTornOff(place.text, place.at) ? readUnknown(place) : null;

/** 零下5℃: 零 begins a figure that another numeral character writes. */
function readBelowZero(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (!text.startsWith('零下', at)) return null;
  const isFigure = isArabicDigit(text, at + 2) || isChineseNumeral(text, at + 2);
  const quantity = isFigure ? readQuantity({ ...place, at: at + 2 }) : null;
  return quantity !== null && quantity.start <= at ? quantity : foundNumeral('IDIOM', at, at + 2);
}
