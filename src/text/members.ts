import type { PersonRole } from '../core/bloc.ts';
import type { Duty } from '../core/duty.ts';
import type { BlocPost, MemberRefusal } from '../core/member-change.ts';
import type { Line } from '../core/message.ts';
import type { BlocWords } from './bloc-words.ts';
import { formatDay } from './days.ts';
import { roleName } from './people.ts';

/** `/thanh_vien`: who is in, who is missing, and what it means when somebody goes. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' | 'danger' }[][];
}

interface Listed {
  name: string;
  role: 'lead' | 'deputy' | 'member';
  posts: readonly BlocPost[];
}

const MANY = 5;

const duties = (given: readonly Duty[]): Line[] => [
  ...given
    .slice(0, MANY)
    .map((duty): Line => [`– ${duty.title}${duty.dueOn ? ` (hạn ${formatDay(duty.dueOn)})` : ''}`]),
  ...(given.length > MANY ? [[`– và ${given.length - MANY} việc khác`] satisfies Line] : []),
];

const goOrDrop = (line: string, label: string, ref: string) => [
  [
    { id: `${line} ok`, label, tone: 'danger' as const },
    { id: `thanh_vien ${ref}`, label: 'Giữ nguyên' },
  ],
];

export const memberText = {
  list: (units: readonly Listed[], words: BlocWords, reached: ReadonlySet<string>): Said => {
    const without = units.filter(({ posts }) => !posts.some(post => post.role === 'contact'));
    const all = units.flatMap(unit => unit.posts);
    const count = new Set(all.map(post => post.personId)).size;
    return {
      lines: [
        [{ bold: `Người của ${words.bloc}: ${count}` }],
        ...units.flatMap(({ name, role, posts }): Line[] => [
          [{ bold: name }, role === 'member' ? '' : ` (${words.role[role]})`].filter(part => part !== ''),
          ...posts.map(
            (post): Line => [
              `   ${all.indexOf(post) + 1}. ${post.personName} – ${roleName[post.role]}${reached.has(post.personId) ? '' : ' ⚠ không nhắn riêng được'}`,
            ],
          ),
          ...(posts.some(post => post.role === 'contact') ? [] : [['   ⚠ chưa có đầu mối'] satisfies Line]),
        ]),
        [],
        ...(without.length > 0
          ? [[`${without.length} đơn vị chưa có đầu mối: chưa có ai nhận nhắc hạn.`] satisfies Line]
          : []),
        ...(all.some(post => !reached.has(post.personId))
          ? [
              [
                '⚠ không nhắn riêng được: chưa mở cuộc trò chuyện riêng với Hệ thống hoặc đã chặn. Đề nghị người đó mở lại và nhắn một tin.',
              ] satisfies Line,
            ]
          : []),
        ['Đổi vai trò hoặc bỏ một người: gõ số, ví dụ ', { code: '/thanh_vien 2' }, '.'],
      ],
      choices: [
        [
          without.length > 0
            ? { id: 'moi tat ca', label: 'Cấp mã cho đơn vị còn thiếu', tone: 'primary' as const }
            : { id: 'moi', label: 'Mời thêm người' },
        ],
      ],
    };
  },
  unknown: (asked: string): Line[] => [
    [`Chưa rõ “${asked}” là ai. Gõ `, { code: '/thanh_vien' }, ' để xem danh sách, rồi gõ số.'],
  ],
  several: (found: readonly BlocPost[], refOf: (post: BlocPost) => string): Said => ({
    lines: [[{ bold: 'Đồng chí chọn vai trò cần đổi:' }]],
    choices: found.map(post => [
      {
        id: `thanh_vien ${refOf(post)}`,
        label: `${post.personName} – ${roleName[post.role]}, ${post.unitName}`,
      },
    ]),
  }),
  one: (post: BlocPost, others: readonly BlocPost[], roles: readonly PersonRole[], ref: string): Said => ({
    lines: [
      [{ bold: post.personName }, ` – ${roleName[post.role]} của ${post.unitName}`],
      ...others.map((other): Line => [`Cũng là ${roleName[other.role]} của ${other.unitName}.`]),
    ],
    choices: [
      ...roles.map(role => [{ id: `thanh_vien ${ref} ${role}`, label: `Chuyển thành ${roleName[role]}` }]),
      [
        {
          id: `thanh_vien ${ref} bo`,
          label: `Bỏ khỏi ${post.unitName}`.slice(0, 60),
          tone: 'danger' as const,
        },
      ],
    ],
  }),
  preview: (
    post: BlocPost,
    role: PersonRole | null,
    plan: { orphaned: boolean; unheard: readonly Duty[]; remains: boolean },
    self: boolean,
    ref: string,
  ): Said => ({
    lines: [
      role
        ? [{ bold: `Chuyển ${post.personName} thành ${roleName[role]}` }, ` của ${post.unitName}.`]
        : [{ bold: `Bỏ ${post.personName}` }, ` (${roleName[post.role]}) khỏi ${post.unitName}.`],
      ...(self ? [['Đây là chính đồng chí.'] satisfies Line] : []),
      ...(plan.orphaned
        ? ([[{ bold: `${post.unitName} sẽ không còn ai nhận nhắc hạn và nộp báo cáo.` }]] satisfies Line[])
        : []),
      ...(plan.unheard.length > 0
        ? [
            [`${plan.unheard.length} việc chưa nộp sẽ không nhắc được ai:`] satisfies Line,
            ...duties(plan.unheard),
          ]
        : []),
      ...(plan.remains
        ? []
        : [
            [
              `${self ? 'Đồng chí' : 'Người này'} sẽ không xem được gì của khối nữa; báo cáo đã nộp vẫn giữ.`,
            ] satisfies Line,
          ]),
      ...(self ? [] : [['Hệ thống sẽ báo cho người này biết.'] satisfies Line]),
    ],
    choices: goOrDrop(`thanh_vien ${ref} ${role ?? 'bo'}`, 'Thực hiện', ref),
  }),
  refused: (why: MemberRefusal, post: BlocPost, words: BlocWords): Line[] => {
    switch (why) {
      case 'last_lead_contact':
        return [
          [
            `${post.personName} là đầu mối cuối cùng của ${words.role.lead} (${post.unitName}) nên chưa bỏ hay đổi được.`,
          ],
          [
            `Không còn đầu mối thì không ai điều hành được ${words.bloc}. Đề nghị mời đầu mối khác trước: `,
            { code: '/moi 1' },
            '.',
          ],
        ];
      case 'clerk_not_of_lead':
        return [[`Thư ký chỉ có ở đơn vị ${words.role.lead}.`]];
      case 'same_role':
        return [[`${post.personName} đang giữ đúng vai trò này.`]];
      case 'held_already':
        return [[`${post.personName} đã giữ vai trò này ở ${post.unitName}.`]];
    }
  },
  done: (post: BlocPost, role: PersonRole | null): Said => ({
    lines: [
      [
        role
          ? `${post.personName} nay là ${roleName[role]} của ${post.unitName}.`
          : `Đã bỏ ${post.personName} khỏi ${post.unitName}.`,
      ],
    ],
    choices: [[{ id: 'thanh_vien', label: 'Xem danh sách' }]],
  }),
  /** To the person himself. */
  told: (post: BlocPost, role: PersonRole | null, bloc: string): Line[] =>
    role
      ? [[`Đồng chí nay là ${roleName[role]} của ${post.unitName} (${bloc}).`]]
      : [
          [`Đồng chí không còn là ${roleName[post.role]} của ${post.unitName} (${bloc}) trên Hệ thống.`],
          ['Nếu có nhầm lẫn, đề nghị đồng chí liên hệ đơn vị đứng đầu khối.'],
        ],
};
