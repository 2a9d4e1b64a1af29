import type { Ballot } from '../core/ballot/ballot.ts';
import { type CountField, type Counts, countFields, type TallyFault } from '../core/ballot/counts.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { optionCalled } from './ballot-options.ts';
import { clip, fold } from './fold.ts';
import type { NamedUnit } from './who-words.ts';

/** Reading and saying what was counted off paper ballots: `/kiem_phieu`. */

const fieldName: Record<CountField, string> = {
  electors: 'Được mời',
  present: 'Có mặt',
  issued: 'Phát ra',
  returned: 'Thu về',
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
};
/** In this order: `không hợp lệ` holds `hợp lệ`. */
const FIELDS: readonly [RegExp, CountField][] = [
  [/\bkhong hop le\b\D*(\d+)/, 'invalid'],
  [/(?<!khong )\bhop le\b\D*(\d+)/, 'valid'],
  [/\b(?:duoc moi|moi|trieu tap)\b\D*(\d+)/, 'electors'],
  [/\b(?:co mat|du hop|tham du)\b\D*(\d+)/, 'present'],
  [/\bphat(?: ra)?\b\D*(\d+)/, 'issued'],
  [/\bthu(?: ve)?\b\D*(\d+)/, 'returned'],
];

type Typed = Partial<Record<CountField, number>> & {
  options: { option: string; yes: number; no: number }[];
};

/** `mời 9, có mặt 8 …` in any order, and a line for each option: `1. Phòng Kinh tế: 6/1`, `2: đồng ý 5, không 2`. */
export function readTally(typed: string, options: readonly NamedUnit[]): Typed {
  const read: Typed = { options: [] };
  for (const line of typed.split(/\n|;/)) {
    const said = fold(line);
    const option = optionOf(said, options);
    if (option) {
      const [yes, no = 0] = [...said.slice(said.lastIndexOf(':') + 1).matchAll(/\d+/g)].map(([n]) =>
        Number(n),
      );
      if (yes !== undefined) read.options.push({ option, yes, no });
      continue;
    }
    for (const [pattern, field] of FIELDS) {
      const [, number] = pattern.exec(said) ?? [];
      if (number) read[field] = Number(number);
    }
  }
  return read;
}

/** By the number or name before the colon; where just one is put to the vote also without either. */
function optionOf(said: string, options: readonly NamedUnit[]): string | null {
  const [only, more] = options;
  if (only && !more && /^(?:\d|dong y)/.test(said) && !said.includes(':')) return only.id;
  const [, named = ''] = /^(.+?)\s*:/.exec(said) ?? [];
  return optionCalled(named.replace(/^\d{1,2}\s*[.)]\s*(?=\S)/, ''), options)?.id ?? null;
}

/** Whole, or what is missing. */
export function wholeTally(
  read: Typed,
  options: Ballot['options'],
): { counts: Counts } | { missing: Line[] } {
  const { electors, present, issued, returned, valid, invalid } = read;
  const lacking = options.filter(one => !read.options.some(given => given.option === one.id));
  if (
    electors === undefined ||
    present === undefined ||
    issued === undefined ||
    returned === undefined ||
    valid === undefined ||
    invalid === undefined ||
    lacking.length > 0
  ) {
    const fields = countFields.filter(field => read[field] === undefined).map(field => fieldName[field]);
    const names = [...fields, ...lacking.map(one => one.label)];
    return { missing: [[`Còn thiếu: ${names.join('; ')}.`], ['Đề nghị gõ lại đủ cả bảng.']] };
  }
  const counted = options.flatMap(({ id }) => read.options.findLast(one => one.option === id) ?? []);
  const full = counted.map(one => ({ ...one, blank: Math.max(0, valid - one.yes - one.no) }));
  return { counts: { electors, present, issued, returned, valid, invalid, options: full } };
}

const labelOf = (one: Ballot, id: string) => one.options.find(option => option.id === id)?.label ?? '';

function faultWords(fault: TallyFault, one: Ballot): string {
  if (typeof fault === 'object') return `${labelOf(one, fault.option)}: số phiếu nhiều hơn số hợp lệ`;
  return {
    present_over_electors: 'số có mặt nhiều hơn số được mời',
    issued_over_present: 'số phát ra nhiều hơn số có mặt',
    returned_over_issued: 'số thu về nhiều hơn số phát ra',
    valid_and_invalid: 'hợp lệ cộng không hợp lệ khác số thu về',
  }[fault];
}

const differencesWords = (found: readonly (CountField | { option: string })[], one: Ballot): string =>
  [...new Set(found.map(at => (typeof at === 'object' ? labelOf(one, at.option) : fieldName[at])))].join(
    '; ',
  );

export const tallyText = {
  which: (): Line[] => [['Đồng chí nhập kết quả kiểm phiếu của cuộc nào?']],
  choice: (one: Ballot) => ({
    id: `kiem_phieu ${shortRef('b', one.id)}`,
    label: `Số ${one.no}: ${clip(one.title, 40)}`,
  }),
  nothing: (): Line[] => [
    ['Không có cuộc bình xét bằng phiếu giấy nào chờ kết quả. Lập mới: ', { code: '/binh_xet' }],
  ],
  question: (one: Ballot): Line[] => [
    [{ bold: `Kiểm phiếu cuộc bình xét số ${one.no}: ${one.title}` }],
    ['Đồng chí chép dòng dưới đây, điền số rồi gửi. Hai người nhập độc lập, không xem của nhau.'],
    [{ code: `mời ${one.electors.length}, có mặt …, phát ra …, thu về …, hợp lệ …, không hợp lệ …` }],
    ...one.options.map(
      (option, n): Line => [{ code: `${n + 1}. ${option.label}: đồng ý …, không đồng ý …` }],
    ),
  ],
  preview: (one: Ballot, counts: Counts): Line[] => [
    [{ bold: `Sẽ ghi kết quả kiểm phiếu cuộc số ${one.no}:` }],
    [countFields.map(field => `${fieldName[field]} ${counts[field]}`).join('; ')],
    ...counts.options.map(
      (option): Line => [
        `• ${labelOf(one, option.option)}: đồng ý ${option.yes}, không đồng ý ${option.no}, không ý kiến ${option.blank}`,
      ],
    ),
  ],
  faults: (found: readonly TallyFault[], one: Ballot): Line[] => [
    ['Các số chưa khớp nhau: ', found.map(fault => faultWords(fault, one)).join('; '), '.'],
    ['Đề nghị kiểm tra và gõ lại đủ cả bảng.'],
  ],
  save: 'Ghi kết quả',
  first: (one: Ballot): Line[] => [
    [
      `Đã ghi. Cần một người nữa nhập độc lập: `,
      { code: '/kiem_phieu' },
      `. Kết quả cuộc số ${one.no} có khi hai người nhập giống nhau.`,
    ],
  ],
  wanted: (one: Ballot, by: string): Line[] => [
    [
      `Đồng chí ${by} đã nhập kết quả kiểm phiếu cuộc bình xét số ${one.no}. Cần một người nữa nhập độc lập từ phiếu.`,
    ],
  ],
  differs: (
    one: Ballot,
    found: readonly (CountField | { option: string })[],
    others: readonly string[],
  ): Line[] => [
    [
      `Kiểm phiếu cuộc bình xét số ${one.no}: số của đồng chí khác số của đồng chí ${others.join(', ')} ở: ${differencesWords(found, one)}.`,
    ],
    ['Chưa có kết quả. Đề nghị hai người đếm lại từ phiếu rồi nhập lại.'],
  ],
  closed: (): Line[] => [['Cuộc bình xét này đã có kết quả hoặc đã kết thúc.']],
};
