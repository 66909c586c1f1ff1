import type { Quantity } from '../../../text/numerals/numeral.ts';
import type { PlacedNumeral } from './placed-numerals.ts';

/** What stands beside a figure: the words before it, the figure whose verb it shares, those behind it. */
type Beside = {
  readonly quantity: Quantity;
  readonly ahead: string;
  readonly previous: Quantity | undefined;
  readonly following: readonly PlacedNumeral[];
};

/** The quantity of a figure with what the words and the figures beside it lend. */
export function quantityBeside(
  masked: string,
  { end }: PlacedNumeral,
  { quantity, ahead, previous, following }: Beside,
): Quantity {
  const shared = withSharedChange(quantity, previous);
  const moved = withExtent(ahead, withMoveOfRank(ahead, shared));
  return withUnitBehind(masked, { quantity: moved, end }, following);
}

const rates = /^[%％‰‱倍成]$|百分点$|^个点$/;

/** 增长5.1%和7.8%: the verb of the first is that of those behind it, where nothing else stands before them. */
function withSharedChange(quantity: Quantity, previous: Quantity | undefined): Quantity {
  const change = previous?.change ?? null;
  if (quantity.change !== null || change?.role !== 'BY') return quantity;
  const isRate = rates.test(quantity.unit) && rates.test(previous?.unit ?? '');
  return isRate || quantity.unit === previous?.unit ? { ...quantity, change } : quantity;
}

/** 提高4.2个和1.5个百分点, 96万、51万和63万人: the first ones are told in the unit of the last. */
function withUnitBehind(
  masked: string,
  { quantity, end }: { quantity: Quantity; end: number },
  following: readonly PlacedNumeral[],
): Quantity {
  let last = end;
  for (const next of following) {
    if (!/^(?:和|、|与|及)$/.test(masked.slice(last, next.start))) break;
    const unit = next.quantity?.unit ?? '';
    const isCut = quantity.unit === '个' && /^个(?:百分|基)?点$/.test(unit);
    if (isCut || (quantity.unit === '' && unit !== '')) return { ...quantity, unit };
    if (quantity.unit !== unit) break;
    last = next.end;
  }
  return quantity;
}

const extent =
  /(?:([降减跌]|下降|降低|减少|压减|压缩)|[增涨升]|增长|上升|提高)(?:幅度?|速)(?:分别|均)?(?:高?达到?|约?为|是|约|超过?|近|至)?$/;

/** 受理320件,降幅达18%: at which rate it fell, and no level. */
function withExtent(words: string, quantity: Quantity): Quantity {
  const found = /^[%％‰‱]$/.test(quantity.unit) ? extent.exec(words) : null;
  if (!found || quantity.change !== null) return quantity;
  const verb = found[0].replace(
    /(?<=[幅度速])(?:分别|均)?(?:高?达到?|约?为|是|约|超过?|近|至)$/,
    '',
  );
  const direction = found[1] === undefined ? 'UP' : 'DOWN';
  return { ...quantity, change: { verb, direction, role: 'BY' } };
}

/** 前移2位: by how far a rank moved. */
function withMoveOfRank(words: string, quantity: Quantity): Quantity {
  const moved =
    /^[位名]$/.test(quantity.unit) && /(?:((?:前|\ue000)移|前进)|后移|后退|退后)了?$/.exec(words);
  if (!moved || quantity.change !== null) return quantity;
  const direction = moved[1] === undefined ? 'DOWN' : 'UP';
  return { ...quantity, change: { verb: moved[0], direction, role: 'BY' } };
}
