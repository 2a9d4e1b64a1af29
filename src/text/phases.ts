import type { Day } from '../core/day.ts';
import type { Inline, Line } from '../core/message.ts';
import type { DatedPhase } from '../core/plan-phases.ts';
import type { OpenMatters, PhaseState, SeasonPhase, SeasonPhases } from '../core/season-phase.ts';
import { formatDay } from './days.ts';
import { clip } from './fold.ts';
import { phaseName } from './phase-words.ts';

/** Sentences of `/giai_doan`: where the year stands, what is to do and by whom. */

const code = (command: string): Inline => ({ code: `/${command}` });

const tasks: Record<SeasonPhase, { lead: Line; units: Line }> = {
  launch: {
    lead: [
      'nạp kế hoạch ',
      code('nap_ke_hoach'),
      ', mời đầu mối ',
      code('moi'),
      ', gắn nhóm ',
      code('gan_nhom'),
    ],
    units: ['ghép nối bằng mã Trưởng khối gửi; xem kế hoạch ', code('ke_hoach')],
  },
  registration: {
    lead: [
      'đặt hạn đăng ký ',
      code('them_han'),
      ', theo dõi ',
      code('dang_ky'),
      ', giao chỉ tiêu ',
      code('chi_tieu'),
    ],
    units: ['đăng ký danh hiệu, giao ước ', code('dang_ky'), ', sáng kiến ', code('sang_kien')],
  },
  running: {
    lead: ['theo dõi ', code('tien_do'), ' và ', code('chi_tieu'), ', trả lời ', code('phan_anh')],
    units: ['nộp báo cáo đúng hạn ', code('nop_bao_cao'), ', báo số liệu ', code('chi_tieu')],
  },
  mid_year: {
    lead: ['tổng hợp báo cáo ', code('tong_hop_nop'), ', nhắc đơn vị còn thiếu ', code('nhac')],
    units: ['nộp báo cáo sơ kết ', code('nop_bao_cao'), ', cập nhật số liệu ', code('chi_tieu')],
  },
  self_scoring: {
    lead: ['nhắc đơn vị chưa gửi bản chấm ', code('diem'), ', khóa tự chấm ', code('cong_bo')],
    units: ['tự chấm kèm minh chứng ', code('cham_diem')],
  },
  verification: {
    lead: [
      'giao thẩm định ',
      code('giao_tham_dinh'),
      ', thẩm định ',
      code('tham_dinh'),
      ', ghi đơn vị không xét ',
      code('khong_xet'),
    ],
    units: ['giải trình ', code('giai_trinh'), '; đơn vị được giao thì thẩm định ', code('tham_dinh')],
  },
  meeting: {
    lead: [
      'bình xét ',
      code('binh_xet'),
      ', công bố điểm ',
      code('cong_bo'),
      ', biên bản ',
      code('tong_hop'),
    ],
    units: [
      'trả lời dự họp ',
      code('hop'),
      ', bỏ phiếu ',
      code('bo_phieu'),
      ', xem xếp hạng ',
      code('xep_hang'),
    ],
  },
  awards: {
    lead: ['đề nghị, hoàn thiện hồ sơ ', code('khen_thuong'), ', trình đúng hạn ', code('han')],
    units: ['gửi báo cáo thành tích ', code('nop_bao_cao'), ', xem kết quả ', code('khen_thuong')],
  },
  closed: {
    lead: ['bàn giao, lưu trữ, khép năm ', code('ban_giao')],
    units: ['góp ý cho năm sau ', code('phan_anh')],
  },
};

const taskLines = (phase: SeasonPhase): Line[] => [
  ['• Trưởng khối: ', ...tasks[phase].lead, '.'],
  ['• Các đơn vị: ', ...tasks[phase].units, '.'],
];

function row({ phase, dated, entered }: PhaseState, current: SeasonPhase | null): Line {
  const when = entered
    ? ` từ ${formatDay(entered)}`
    : dated
      ? ` dự kiến từ ${formatDay(dated)}`
      : ' chưa định ngày';
  const here = phase === current;
  const mark = here ? '▶ ' : entered ? '✓ ' : '○ ';
  return [mark, here ? { bold: phaseName[phase] } : phaseName[phase], `:${when}`];
}

const matter: Record<keyof OpenMatters, (n: number) => string> = {
  unregistered: n => `${n} đơn vị chưa đăng ký thi đua`,
  overdue: n => `${n} báo cáo, hồ sơ đã quá hạn chưa nộp`,
  silentTargets: n => `${n} chỉ tiêu chưa có số liệu`,
  unsentSheets: n => `${n} đơn vị chưa gửi bản tự chấm`,
  meetings: n => `${n} cuộc họp chưa họp hoặc chưa điểm danh`,
  ballots: n => `${n} cuộc bình xét chưa có kết quả`,
  awards: n => `${n} đề nghị khen thưởng chưa có kết quả`,
};
const matters = [
  ...(['unregistered', 'overdue', 'silentTargets', 'unsentSheets'] as const),
  ...(['meetings', 'ballots', 'awards'] as const),
];

const matterLines = (left: Partial<OpenMatters>): Line[] =>
  matters.flatMap((key): Line[] => (left[key] ? [[`• ${matter[key](left[key])}`]] : []));

export const phaseText = {
  sheet: (bloc: string, year: number, phases: SeasonPhases, late: SeasonPhase | null): Line[] => [
    [{ bold: `Năm thi đua ${year}` }, ` · ${bloc}`],
    ...phases.all.map(one => row(one, phases.current)),
    ...(phases.current ? [[], [{ bold: 'Việc cần làm' }] as Line, ...taskLines(phases.current)] : []),
    ...(late ? [[], [`Theo ngày dự kiến, nay đã đến giai đoạn “${phaseName[late]}”.`] as Line] : []),
  ],
  otherYears: (years: readonly number[]): Line => [
    `Khối còn mở năm ${years.join(', ')}; mọi lệnh ở đây đang nói về năm nêu trên.`,
  ],
  enter: (phase: SeasonPhase) => ({
    id: `giai_doan sang ${phase}`,
    label: `Chuyển sang: ${phaseName[phase]}`,
  }),
  typed: (name: string) => `chuyển sang ${name}`,
  /** What a plan that was taken over says of the year's course. */
  fromPlan: (phases: readonly DatedPhase[]): Line[] =>
    phases.length === 0
      ? []
      : [
          [
            'Giai đoạn theo kế hoạch: ',
            phases.map(({ phase, on }) => `${phaseName[phase]} từ ${formatDay(on)}`).join('; '),
            '. Đổi ngày: ',
            { code: '/giai_doan' },
            '.',
          ],
        ],
  toYear: (year: number) => ({ id: `giai_doan nam ${year}`, label: `Xem năm ${year}` }),
  question: (): Line[] => [
    ['Đề nghị đồng chí cho biết giai đoạn và ngày, ví dụ ', { code: 'tự chấm từ 1/11' }],
  ],
  previewEnter: (
    from: SeasonPhase | null,
    to: SeasonPhase,
    back: boolean,
    passed: readonly SeasonPhase[],
    left: Partial<OpenMatters>,
  ): Line[] => {
    const open = matterLines(left);
    const skipped = passed.filter(phase => phase !== from);
    return [
      [{ bold: `Sẽ ${back ? 'quay lại' : 'chuyển sang'} giai đoạn: ${phaseName[to]}` }],
      ...(from ? [[`Đang ở: ${phaseName[from]}.`]] : []),
      ...(skipped.length > 0 ? [[`Bỏ qua: ${skipped.map(phase => phaseName[phase]).join('; ')}.`]] : []),
      ...(open.length > 0
        ? [
            [
              `Còn dở dang ở ${skipped.length > 0 ? 'các giai đoạn ấy' : 'giai đoạn này'} (không bị khóa, vẫn làm tiếp được):`,
            ] as Line,
            ...open,
          ]
        : []),
      ['Các đơn vị và nhóm của khối được báo việc cần làm:'],
      ...taskLines(to),
    ];
  },
  carryOut: 'Thực hiện',
  entered: (to: SeasonPhase): Line[] => [
    [`Đã chuyển sang giai đoạn: ${phaseName[to]}. Các đơn vị đã được báo.`],
  ],
  same: (phase: SeasonPhase): Line[] => [[`Năm thi đua đang ở giai đoạn: ${phaseName[phase]}.`]],
  told: (bloc: string, year: number, to: SeasonPhase): Line[] => [
    [{ bold: `[Năm thi đua ${year}] ${phaseName[to]}` }, ` · ${bloc}`],
    ['Việc cần làm trong giai đoạn này:'],
    ...taskLines(to),
  ],
  previewDate: (
    phase: SeasonPhase,
    before: Day | null,
    on: Day,
    order: [PhaseState, PhaseState] | null,
  ): Line[] => [
    [{ bold: `${phaseName[phase]}: dự kiến từ ${formatDay(on)}` }],
    ...(before ? [[`Trước đây: ${formatDay(before)}.`]] : []),
    ...(order
      ? [
          [
            `Lưu ý: “${phaseName[order[0].phase]}” (${formatDay(order[0].dated ?? on)}) sẽ sau “${phaseName[order[1].phase]}” (${formatDay(order[1].dated ?? on)}).`,
          ] as Line,
        ]
      : []),
    ['Sáng hôm đó Hệ thống hỏi Trưởng khối có chuyển giai đoạn không; không tự chuyển.'],
  ],
  dated: (phase: SeasonPhase, on: Day): Line[] => [
    [`Đã đặt: ${phaseName[phase]} dự kiến từ ${formatDay(on)}.`],
  ],
  noPhase: (typed: string): Line[] => [
    [
      `Hệ thống chưa rõ giai đoạn trong “${clip(typed, 60)}”. Các giai đoạn: `,
      Object.values(phaseName).join('; '),
      '.',
    ],
  ],
  noDay: (): Line[] => [
    ['Ngày vừa gõ không có hoặc chưa rõ. Đề nghị đồng chí gõ lại, ví dụ: tự chấm từ 1/11.'],
  ],
  leadOnly: (): Line[] => [['Giai đoạn của năm do Trưởng khối chuyển. Xem: ', { code: '/giai_doan' }]],
  asks: (bloc: string, year: number, phase: SeasonPhase): Line[] => [
    [
      { bold: `[Năm thi đua ${year}]` },
      ` ${bloc}: hôm nay là ngày dự kiến bắt đầu giai đoạn “${phaseName[phase]}”. Đồng chí xem lại và chuyển giai đoạn nhé.`,
    ],
  ],
  chosen: (year: number): Line[] => [
    [`Từ nay, trong cuộc trò chuyện riêng này, mọi lệnh nói về năm thi đua ${year}.`],
  ],
  previewOpen: (year: number): Line[] => [
    [{ bold: `Sẽ mở năm thi đua ${year}, song song với năm đang chạy` }],
    ['Hạn, chỉ tiêu, bảng điểm của năm mới được lập riêng; năm cũ vẫn làm tiếp đến khi bàn giao.'],
  ],
  opened: (year: number): Line[] => [
    [
      `Đã mở năm thi đua ${year} và đang nói về năm này. Trở lại năm trước: `,
      { code: `/giai_doan năm ${year - 1}` },
    ],
  ],
  openedBefore: (year: number): Line[] => [[`Khối đã có năm thi đua ${year}.`]],
  openNext: (year: number) => ({ id: `giai_doan mo ${year}`, label: `Mở năm ${year}` }),
};
