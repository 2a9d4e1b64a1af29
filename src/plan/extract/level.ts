import { provinceNamed } from '../../text/plan-places.ts';
import type { PlanRecord } from '../record.ts';

const SIGNS: readonly [RegExp, NonNullable<PlanRecord['level']>][] = [
  [/\bcac tinh\b|lien tinh/, 'liên tỉnh'],
  [/(?<!van )\b(?:xa(?! hoi)|phuong|dac khu|thi tran)(?=\s|$)/, 'xã'],
  [
    /\b(?:tinh|thanh pho|tp\.?|tinh uy|thanh uy)(?=\s|$)|^(?:so|cong an tinh|lien doan lao dong tinh)\s/,
    'tỉnh',
  ],
  [/trung uong|cac bo, nganh|bo, nganh/, 'trung ương'],
  [
    /^bo\s(?!doi|chi huy|mon)|^tong cuc|^cuc\s|\btap doan\b|\btong cong ty\b|\bbo (?:noi vu|tai chinh|y te|cong an|tu phap|cong thuong|giao duc|khoa hoc|nong nghiep|xay dung|van hoa|quoc phong|ngoai giao)/,
    'bộ',
  ],
];

/** Names folded, the most telling first; where none tells, the place of issue. */
export function levelOf({
  names,
  place,
}: {
  names: readonly string[];
  place: string | null;
}): PlanRecord['level'] {
  for (const name of names) {
    const found = SIGNS.find(([sign]) => sign.test(name));
    if (found) return found[1];
  }
  return place !== null && provinceNamed(place) ? 'tỉnh' : null;
}
