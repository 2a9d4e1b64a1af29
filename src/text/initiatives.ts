import type { Initiative, InitiativeFacts, InitiativeState } from '../core/initiative.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { joinVi } from './sizes.ts';
import { unreachedLines } from './unreached.ts';

/** Sentences of `/sang_kien`: initiatives, models and solutions of the units. */

/** UTF-16 units. */
const LABEL = 40;
const TITLE = 110;

export const stateName: Record<InitiativeState, string> = {
  registered: 'đã đăng ký',
  in_use: 'đang áp dụng',
  recognised: 'đã được công nhận',
  withdrawn: 'đã rút',
};

const ref = (one: Pick<Initiative, 'id'>) => shortRef('i', one.id);
const head = (one: Pick<Initiative, 'number'>) => `Sáng kiến số ${one.number}`;
const factLines = ({ title, people, benefit, basis }: InitiativeFacts): Line[] => [
  [`• Tên: ${title}`],
  [`• Người thực hiện: ${people ?? 'chưa ghi'}`],
  [`• Hiệu quả: ${benefit ?? 'chưa ghi'}`],
  ...(basis ? [[`• Công nhận theo: ${basis}`]] : []),
];

export interface Shortage {
  unit: string;
  has: number;
  lacks: number;
}

export const initiativeText = {
  list: (
    bloc: string,
    shown: readonly Initiative[],
    all: readonly Initiative[],
    commitment: { said: string; done: number; of: number } | null,
  ): Line[] => {
    const of = (state: InitiativeState) => all.filter(one => one.state === state).length;
    return [
      [{ bold: 'Sáng kiến, mô hình, giải pháp' }, ` · ${bloc}`],
      ...(all.length === 0
        ? [['Chưa đơn vị nào đăng ký.']]
        : [
            [
              `Tất cả ${all.length}: ${of('registered')} đã đăng ký, ${of('in_use')} đang áp dụng, ${of('recognised')} đã được công nhận.`,
            ],
          ]),
      ...(commitment
        ? [[`Cam kết mỗi đơn vị ${commitment.said}: ${commitment.done}/${commitment.of} đơn vị đã đủ.`]]
        : []),
      ...shown.map(
        (one): Line => [
          `${one.number}. ${clip(one.title, TITLE)} – ${one.unitName}, ${stateName[one.state]}`,
        ],
      ),
      ['Đăng ký: gõ ', { code: '/sang_kien Tên sáng kiến; tác giả: …; hiệu quả: …' }],
    ];
  },
  shown: (bloc: string, one: Initiative): Line[] => [
    [{ bold: head(one) }, ` · ${bloc}`],
    [`${one.unitName}; ${stateName[one.state]}.`],
    ...factLines(one),
    [{ italic: `Đồng chí ${one.byName}, ${formatInstant(one.changedAt)}` }],
  ],
  open: (one: Initiative) => ({
    id: `sang_kien ${ref(one)}`,
    label: `${one.number}. ${clip(one.title, LABEL)}`,
  }),
  openLabel: 'Mở sáng kiến',
  /** What can be typed behind its number. */
  forms: ['đã áp dụng', 'được công nhận theo …', 'hiệu quả: …', 'tác giả: …', 'tên: …', 'rút'],
  make: { id: 'sang_kien moi', label: 'Đăng ký sáng kiến' },
  inUse: (one: Initiative) => ({ id: `sang_kien ap_dung ${ref(one)}`, label: 'Đã áp dụng' }),
  recognise: (one: Initiative) => ({ id: `sang_kien cong_nhan ${ref(one)}`, label: 'Đã được công nhận' }),
  edit: (one: Initiative) => ({ id: `sang_kien sua ${ref(one)}`, label: 'Sửa, bổ sung' }),
  withdraw: (one: Initiative) => ({ id: `sang_kien rut ${ref(one)}`, label: 'Rút' }),
  more: 'Xem tiếp',
  question: (): Line[] => [
    ['Đề nghị đồng chí gõ tên sáng kiến, mô hình hoặc giải pháp, người thực hiện và hiệu quả, ví dụ:'],
    [{ code: 'Số hóa hồ sơ một cửa; tác giả: Nguyễn Văn A; hiệu quả: giảm 30% thời gian chờ' }],
    [{ italic: 'Có thể gửi kèm tệp mô tả.' }],
  ],
  preview: (facts: InitiativeFacts, unit: string, file: string | null, twin: Initiative | null): Line[] => [
    [{ bold: `Sẽ đăng ký cho ${unit}:` }],
    ...factLines(facts),
    ...(file ? [[`• Tệp: ${file}`]] : []),
    ...(twin ? [[`${twin.unitName} đã đăng ký tên gần giống: sáng kiến số ${twin.number}.`]] : []),
  ],
  register: (unit: string | null) => (unit === null ? 'Đăng ký' : `Đăng ký: ${clip(unit, LABEL)}`),
  registered: (one: { number: number; unit: string }, lacks: number | null): Line[] => [
    [`Đã đăng ký sáng kiến số ${one.number} của ${one.unit}.`],
    ...(lacks === null
      ? []
      : [
          [
            lacks === 0
              ? 'Đơn vị đã đủ số cam kết của năm.'
              : `Đơn vị còn thiếu ${lacks} theo cam kết của năm.`,
          ],
        ]),
  ],
  noTitle: (): Line[] => [
    ['Hệ thống chưa thấy tên sáng kiến. Đề nghị đồng chí gõ tên trước, rồi tác giả, hiệu quả.'],
  ],
  askEdit: (one: Initiative): Line[] => [
    [{ bold: head(one) }],
    ...factLines(one),
    [],
    ['Đồng chí sửa, bổ sung gì? Ví dụ: ', { code: 'hiệu quả: giảm 30% thời gian chờ' }],
  ],
  previewEdit: (one: Initiative, facts: InitiativeFacts, file: string | null): Line[] => [
    [{ bold: `${head(one)} sẽ là:` }],
    ...factLines(facts),
    ...(facts.title === one.title ? [] : [[`Đổi tên, trước đây: ${clip(one.title, TITLE)}.`] as Line]),
    ...(file ? [[`• Tệp: ${file}`]] : []),
  ],
  actNotFact: (one: Initiative, typed: string): Line[] => [
    [`“${clip(typed, TITLE)}” không phải tên sáng kiến, chưa lưu gì. Ghi việc ấy bằng:`],
    [{ code: `/sang_kien ${one.number} ${clip(typed, TITLE)}` }],
  ],
  save: 'Lưu',
  saved: (one: Initiative): Line[] => [[`Đã lưu sáng kiến số ${one.number}.`]],
  askBasis: (one: Initiative): Line[] => [
    [{ bold: head(one) }, `: ${clip(one.title, TITLE)}`],
    ['Được công nhận theo văn bản nào? Gõ số, ngày, cơ quan công nhận, ví dụ: '],
    [{ code: 'Quyết định số 45/QĐ-UBND ngày 10/9/2026' }],
  ],
  previewBasis: (one: Initiative, basis: string, file: string | null): Line[] => [
    [{ bold: `${head(one)}: ghi đã được công nhận` }],
    [`Theo: ${basis}`],
    ...(file ? [[`Tệp: ${file}`]] : []),
  ],
  became: (one: Initiative, state: InitiativeState): Line[] => [
    [`${head(one)} của ${one.unitName}: ${stateName[state]}.`],
  ],
  mayNot: (one: Initiative, state: InitiativeState): Line[] => [
    [
      one.state === state
        ? `${head(one)} ${stateName[state]} từ trước.`
        : `${head(one)} ${stateName[one.state]} nên chưa ghi “${stateName[state]}” được.`,
    ],
  ],
  arrived: (
    bloc: string,
    one: Pick<Initiative, 'number' | 'title' | 'unitName'>,
    state: InitiativeState,
  ): Line[] => [
    [{ bold: `[Sáng kiến số ${one.number}]` }, ` ${bloc}: ${one.unitName}, ${stateName[state]}.`],
    [one.title],
  ],
  notYours: (one: Initiative): Line[] => [[`${head(one)} do đầu mối của ${one.unitName} cập nhật.`]],
  contactsOnly: (): Line[] => [['Việc đăng ký sáng kiến dành cho đầu mối của đơn vị.']],
  short: (bloc: string, said: string | null, rows: readonly Shortage[]): Line[] => [
    [{ bold: 'Chưa đủ số sáng kiến đã cam kết' }, ` · ${bloc}`],
    ...(said === null ? [['Kế hoạch của năm không có cam kết về sáng kiến, mô hình.']] : []),
    ...(said !== null && rows.length === 0 ? [['Các đơn vị đều đã đủ.']] : []),
    ...rows.map(({ unit, has, lacks }): Line => [`• ${unit}: có ${has}, còn thiếu ${lacks}`]),
  ],
  shortLabel: (units: number) => ({ id: 'sang_kien chua', label: `Đơn vị chưa đủ (${units})` }),
  ask: (units: number) => ({
    id: 'sang_kien nhac',
    label: `Nhắc ${units} đơn vị`,
    tone: 'primary' as const,
  }),
  asking: (bloc: string, said: string, lacks: number): Line[] => [
    [
      { bold: '[Sáng kiến]' },
      ` ${bloc}: cam kết của năm là mỗi đơn vị ${said}; đơn vị đồng chí còn thiếu ${lacks}.`,
    ],
    ['Đề nghị đồng chí đăng ký bằng ', { code: '/sang_kien' }, '. Trân trọng.'],
  ],
  asked: (units: readonly string[], unreached: readonly string[]): Line[] => [
    ...(units.length > 0 ? [[`Đã nhắc ${joinVi(units)}.`]] : []),
    ...unreachedLines(unreached),
  ],
  unknown: (asked: string): Line[] => [
    [`Không có sáng kiến “${clip(asked, 20)}”. Xem danh sách: `, { code: '/sang_kien' }],
  ],
  digest: (done: number, of: number): Line => [
    `Sáng kiến, mô hình: ${done}/${of} đơn vị đã đủ cam kết; đăng ký bằng `,
    { code: '/sang_kien' },
    '.',
  ],
};
