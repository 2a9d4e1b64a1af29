import type { UnitRole } from '../core/bloc.ts';
import type { Day } from '../core/day.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { UnitChange, UnitInFull, UnitPlan, UnitPost, UnitRefusal } from '../core/unit-change.ts';
import type { BlocWords } from './bloc-words.ts';
import { formatDay } from './days.ts';
import { clip } from './fold.ts';
import { roleName } from './people.ts';

/** `/don_vi`: a bloc's units and what becomes of them during the year. */

const MANY = 6;

interface Due {
  title: string;
  dueOn: Day | null;
}

const dueList = (given: readonly Due[]): Line[] => [
  ...given
    .slice(0, MANY)
    .map((one): Line => [`– ${one.title}${one.dueOn ? ` (hạn ${formatDay(one.dueOn)})` : ''}`]),
  ...(given.length > MANY ? [[`– và ${given.length - MANY} việc khác`] satisfies Line] : []),
];
const section = (title: string, given: readonly Due[]): Line[] =>
  given.length > 0 ? [[title], ...dueList(given)] : [];

export interface UnitNames {
  today: Day;
  words: BlocWords;
  name(unitId: string): string;
}

const since = (from: Day, today: Day) => (from === today ? 'từ hôm nay' : `từ ngày ${formatDay(from)}`);

function headline(change: UnitChange, { name, words, today }: UnitNames): Line {
  switch (change.kind) {
    case 'rename':
      return [`Đổi tên ${name(change.unitId)} thành `, { bold: change.name }];
    case 'alias':
      return [`${name(change.unitId)} còn được gọi là `, { bold: change.name }];
    case 'short':
      return [`${name(change.unitId)} viết tắt là `, { bold: change.name }];
    case 'merge':
      return [
        'Sáp nhập ',
        { bold: name(change.unitId) },
        ' vào ',
        { bold: name(change.into) },
        ` ${since(change.from, today)}`,
      ];
    case 'dissolve':
      return ['Giải thể ', { bold: name(change.unitId) }, ` ${since(change.from, today)}`];
    case 'add':
      return ['Thêm đơn vị ', { bold: change.name }, ` ${since(change.from, today)}`];
    case 'role':
      return [
        { bold: name(change.unitId) },
        ` ${change.role === 'member' ? 'thôi là Phó, là đơn vị thành viên' : `là ${words.role[change.role]}`} ${since(change.from, today)}`,
      ];
  }
}

const people = (posts: readonly UnitPost[]) => posts.map(post => post.personName).join(', ');

export const unitText = {
  list: (units: readonly UnitInFull[], words: BlocWords): Line[] => [
    [{ bold: `Đơn vị của ${words.bloc}: ${units.length}` }],
    ...units.map(
      (unit, index): Line => [
        `${index + 1}. ${unit.name}`,
        ...(unit.shortName ? [` (${unit.shortName})`] : []),
        ...(unit.role === 'member' ? [] : [' – ', { bold: words.role[unit.role] }]),
      ],
    ),
    ['Chọn đơn vị cần đổi, hoặc gõ số.'],
  ],
  choice: (no: number, name: string): string => clip(`${no}. ${name}`, 40),
  unit: (unit: UnitInFull, posts: readonly UnitPost[], open: readonly Duty[], words: BlocWords): Line[] => [
    [{ bold: unit.name }, ` – ${words.role[unit.role]}`],
    ...(unit.shortName || unit.aliases.length > 0
      ? [
          [
            `Còn gọi: ${[unit.shortName, ...unit.aliases].filter(one => one !== null).join(', ')}`,
          ] satisfies Line,
        ]
      : []),
    [
      posts.length > 0
        ? `Người: ${posts.map(post => `${post.personName} (${roleName[post.role]})`).join(', ')}`
        : '⚠ Chưa có người nào.',
    ],
    [open.length > 0 ? `Còn ${open.length} việc chưa nộp.` : 'Không còn việc nào phải nộp.'],
    [{ bold: 'Đồng chí muốn đổi gì?' }],
  ],
  action: {
    rename: 'Đổi tên',
    short: 'Tên viết tắt',
    alias: 'Thêm tên gọi khác',
    merge: 'Sáp nhập vào…',
    dissolve: 'Giải thể',
    add: 'Thêm đơn vị',
  },
  makeRole: (role: UnitRole, words: BlocWords): string =>
    role === 'member' ? 'Thôi làm Phó' : `Là ${words.role[role]}`,
  nameOf: {
    rename: (unit: string): Line[] => [[{ bold: `Tên mới của ${unit}?` }]],
    short: (unit: string): Line[] => [
      [{ bold: `${unit} viết tắt thế nào?` }],
      ['Tên này dùng trong bảng, danh sách hẹp. Ví dụ: VHXH, TT PVHCC.'],
    ],
    alias: (unit: string): Line[] => [
      [{ bold: `${unit} còn được gọi là gì?` }],
      ['Ví dụ: Văn phòng, Phòng VHXH.'],
    ],
  },
  addName: (): Line[] => [[{ bold: 'Tên đơn vị mới?' }]],
  into: (unit: string): Line[] => [[{ bold: `Sáp nhập ${unit} vào đơn vị nào?` }]],
  preview: (change: UnitChange, plan: UnitPlan, names: UnitNames): Line[] => [
    headline(change, names),
    ...section(`Rút ${plan.withdrawn.length} việc chưa nộp:`, plan.withdrawn),
    ...section('Vẫn phải nộp trước ngày đó:', plan.staying),
    ...section(
      `Sẽ phải nộp ${plan.owed.length} việc:`,
      plan.owed.map(({ title, dueOn }) => ({ title, dueOn })),
    ),
    ...(plan.formerLead
      ? [
          [
            `${plan.formerLead.name} thôi là ${names.words.role.lead}; người của đơn vị này không còn điều hành ${names.words.bloc}.`,
          ] satisfies Line,
        ]
      : []),
    ...(plan.leaving.length > 0 ? [[`Người của đơn vị: ${people(plan.leaving)}.`] satisfies Line] : []),
    [
      change.kind === 'rename' || change.kind === 'alias' || change.kind === 'short'
        ? 'Tên cũ vẫn tìm được; hạn, báo cáo, điểm giữ nguyên.'
        : 'Báo cáo đã nộp và điểm đã chấm giữ nguyên.',
    ],
    ...('from' in change
      ? [[{ italic: 'Có hiệu lực từ ngày khác thì gõ ngày, ví dụ 01/7.' }] satisfies Line]
      : []),
  ],
  go: (): string => 'Thực hiện',
  goAndMove: (count: number, into: string): string =>
    clip(`Thực hiện, chuyển ${count} người sang ${into}`, 60),
  goWithout: (): string => 'Thực hiện, không chuyển người',
  drop: (): string => 'Bỏ',
  refused: (why: UnitRefusal, words: BlocWords): Line => {
    switch (why) {
      case 'gone':
        return ['Đơn vị này không còn trong danh sách.'];
      case 'name_taken':
        return ['Đã có đơn vị khác mang tên này. Đề nghị đồng chí gõ tên khác.'];
      case 'lead_must_stay':
        return [
          `Đơn vị này đang là ${words.role.lead}. Đề nghị chuyển vai trò đó cho đơn vị khác trước (chọn đơn vị kia, chọn “Là ${words.role.lead}”).`,
        ];
      case 'lead_needs_contact':
        return [
          `Đơn vị này chưa có đầu mối nên chưa nhận vai trò ${words.role.lead} được: sẽ không ai điều hành ${words.bloc}. Mời đầu mối trước bằng /moi.`,
        ];
      case 'into_itself':
        return ['Một đơn vị không sáp nhập vào chính nó.'];
      case 'hand_over_waits':
        return [
          `Đã ghi một bàn giao ${words.role.lead} chưa đến ngày, việc này sẽ làm hỏng bàn giao đó. Xem hoặc hủy bàn giao trước: `,
          { code: '/ban_giao' },
        ];
      case 'same_role':
        return ['Đơn vị đang giữ đúng vai trò này.'];
      case 'too_early':
        return ['Ngày này trước khi đơn vị có trong danh sách. Đề nghị đồng chí gõ ngày khác.'];
      case 'too_many':
        return ['Số đơn vị đã đến mức tối đa.'];
      case 'too_few':
        return [`${words.Bloc} chỉ còn hai đơn vị nên không bớt được nữa.`];
    }
  },
  unclear: (): Line => ['Hệ thống chưa rõ. Đề nghị đồng chí chọn một mục, hoặc gõ số.'],
  badDay: (): Line => ['Hệ thống chưa rõ ngày này. Ví dụ: 01/7/2026.'],
  badShortName: (): Line => ['Tên viết tắt cần từ 2 đến 24 ký tự, có chữ. Đề nghị đồng chí gõ lại.'],
  badName: (): Line => ['Tên cần từ 3 đến 200 ký tự, có chữ. Đề nghị đồng chí gõ lại.'],
  cannotSkip: (): Line => ['Câu này cần có trả lời.'],
  dropped: (): Line[] => [['Đã bỏ, chưa có gì thay đổi.']],
  done: (change: UnitChange, names: UnitNames): Line[] => [
    ['Đã ghi nhận: ', ...headline(change, names), '.'],
    ...(change.kind === 'add' ? [['Mời đầu mối của đơn vị: ', { code: '/moi' }, '.'] satisfies Line] : []),
  ],
  /** To those concerned. */
  told: (change: UnitChange, names: UnitNames, bloc: string): Line[] => [
    [`${bloc}: `, ...headline(change, names), '.'],
  ],
  moved: (into: string): Line[] => [[`Đồng chí nay là người của ${into} trên Hệ thống.`]],
  left: (): Line[] => [
    [
      'Vai trò của đồng chí ở đơn vị này kết thúc. Nếu đồng chí tiếp tục làm đầu mối, đề nghị xin mã ghép nối mới.',
    ],
  ],
};
