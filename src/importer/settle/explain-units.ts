import type { CheckWords } from '../rows/checks/explain-check.ts';
import type { HeldUnit } from './held-report.ts';

/**
 * That two figures stand in different units, and in which, as a clause without its end. Units of reports' own are
 * different though they have one name: nobody has said that they are one. Null where it is one unit.
 */
export function explainUnits(one: HeldUnit | null, other: HeldUnit | null): CheckWords | null {
  if (!one || !other || one.id === other.id) return null;
  const isOwn = [one, other].some(({ reportId }) => reportId != null);
  const english = ({ nameEn, nameZh }: HeldUnit) => nameEn ?? nameZh;
  return {
    zh: `前者以“${one.nameZh}”计，后者以“${other.nameZh}”计，${isOwn ? '其中有报告自用的单位，尚无人认定两者为同一单位' : '两者单位不同'}`,
    en: `The first is in “${english(one)}”, the second in “${english(other)}”${isOwn ? ', and of a unit of a report’s own nobody has said that it is another’s as well' : ', which are different units'}`,
  };
}
