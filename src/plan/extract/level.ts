import { foldLetters } from '../../text/fold-letters.ts';
import { provinceNamed } from '../../text/plan-places.ts';
import type { PlanRecord } from '../record.ts';
import { areasIn } from './areas.ts';

const SIGNS: readonly [RegExp, NonNullable<PlanRecord['level']>][] = [
  [
    /\bcac tinh\b|lien tinh|(?:khoi|cum) .*(?:khu vuc (?!\d)(?:mien |phia )?|mien |vung |phia )(?:bac|trung|nam|nui|tay|dong|duyen|trung du)\b|(?:khoi|cum) .*(?:dong bang song|tay nguyen|(?:bac|nam) trung bo|(?:dong|tay) nam bo)/,
    'liên tỉnh',
  ],
  [/(?<!(?:van|cong an|doan|cac|hoi|xa,|phuong,) )\b(?:xa(?! hoi)|phuong|dac khu|thi tran)(?=\s|$)/, 'xã'],
  [
    /\b(?:tinh|thanh pho|tp\.?|tinh uy|thanh uy)(?=\s|$)|^(?:so|cong an tinh|lien doan lao dong tinh)\s/,
    'tỉnh',
  ],
  [/trung uong|cac bo, nganh|bo, nganh/, 'trung ương'],
  [
    /^bo\s(?!doi|chi huy|mon)|^tong cuc|^cuc\s|\btoi cao$|^ngan hang .*viet nam|^ngan hang nha nuoc viet nam|^bao hiem xa hoi viet nam|^kho bac nha nuoc$|\btap doan\b|\btong cong ty\b|\bbo (?:noi vu|tai chinh|y te|cong an|tu phap|cong thuong|giao duc|khoa hoc|nong nghiep|xay dung|van hoa|quoc phong|ngoai giao)/,
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

/** A nationwide body's bloc whose units are of several provinces. */
export function levelAcross(
  { level, scope }: { level: PlanRecord['level']; scope: PlanRecord['scope'] },
  units: readonly { name: string }[],
): PlanRecord['level'] {
  if (level === 'xã' || level === 'trung ương' || scope !== 'bloc_plan') return level;
  const provinces = units.flatMap(({ name }) => {
    const branch = /Chi nh\u00e1nh (?:t\u1ec9nh )?(\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?)$/u.exec(name)?.[1];
    const named = areasIn(name, foldLetters(name))
      .filter(area => area.kind === 'province')
      .map(area => area.name);
    const last = name.split(' ').slice(-2).join(' ');
    return branch ? [branch] : named.length === 0 && level === 'bộ' && provinceNamed(last) ? [last] : named;
  });
  return new Set(provinces).size > 1 && provinces.length > units.length / 2 ? 'liên tỉnh' : level;
}
