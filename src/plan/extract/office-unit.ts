import { foldLetters } from '../../text/fold-letters.ts';
import { officeUnits } from '../../text/plan-offices.ts';

import type { Identity } from './identity.ts';
import { unitName } from './unit-names.ts';

/** `Chánh Văn phòng HĐND và UBND` → `Văn phòng HĐND và UBND`; null where the office names no unit. */
export function unitOfOffice(
  position: string,
  identity: Pick<Identity, 'level' | 'province' | 'commune'>,
): string | null {
  const folded = foldLetters(position);
  const area = identity.level === 'xã' ? identity.commune : identity.province;
  for (const { office, unit } of officeUnits) {
    const found = office.exec(folded);
    if (!found) continue;
    const rest = position.slice(found[0].length).trim();
    if (unit === null) return rest === '' ? null : unitName(rest);
    const whole = rest === '' ? unit : `${unit} ${rest}`;
    // A body that every province has is named with its place.
    return rest === '' && area ? `${unit} ${area}` : unitName(whole);
  }
  return null;
}
