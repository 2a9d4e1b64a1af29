import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { OpenScores } from '../core/open-scores.ts';
import { points } from '../core/points.ts';
import type { SeenPlace, SheetStage } from '../core/stage.ts';
import { formatDay, formatInstant } from './days.ts';
import { formatPoints } from './points.ts';
import { stageWords } from './stages.ts';

type Seen = Pick<SeenPlace, 'points' | 'rank'>;

/** So many are named; the rest is counted. */
const MOST = 8;
const some = <T>(list: readonly T[]): T[] => list.slice(0, MOST);
const shortly = (list: readonly string[]): string =>
  some(list).join('; ') + (list.length > MOST ? ` và ${list.length - MOST} nữa` : '');

/** Sentences of `/cong_bo`. */
export const publishText = {
  labels: {
    closeSelf: 'Khóa tự chấm',
    reopenSelf: 'Mở lại tự chấm',
    open: 'Mở điểm cho các đơn vị',
    shut: 'Đóng điểm',
    publish: 'Công bố',
    propose: 'Đề nghị công bố',
    confirm: 'Xác nhận công bố',
    withdraw: 'Không công bố',
    two: 'Cần hai người',
    one: 'Chỉ cần một người',
    agreeOne: 'Đồng ý chỉ cần một người',
    keepTwo: 'Thôi, vẫn cần hai người',
    look: 'Xem',
    early: 'Vẫn công bố trước hạn',
    back: 'Lùi',
    later: 'Để sau',
  },
  menu: (shown: {
    bloc: string;
    units: readonly { name: string; stage: SheetStage }[];
    selfClosed: boolean;
    open: boolean;
    publishers: 1 | 2;
    hasSecond: boolean;
    appealDays: number;
    proposed: { byName: string; at: Date } | null;
    loneAsked: { byName: string } | null;
  }): Line[] => [
    [{ bold: 'Công bố điểm' }, ` · ${shown.bloc}`],
    ...shown.units.map((unit): Line => [`• ${unit.name}: ${stageWords[unit.stage]}`]),
    [
      shown.selfClosed ? 'Tự chấm đã khóa. ' : 'Tự chấm đang mở. ',
      shown.open ? 'Các đơn vị đang xem được điểm của nhau.' : 'Các đơn vị chưa xem được điểm của nhau.',
    ],
    [
      shown.publishers === 2
        ? 'Công bố cần hai người: một người đề nghị, người khác xác nhận.'
        : 'Công bố qua hai bước, một người thực hiện.',
      shown.publishers === 2 && !shown.hasSecond
        ? ' Hiện chưa có người thứ hai phía Trưởng khối: mời bằng /moi thư ký.'
        : '',
      ` Nhận kiến nghị trong ${shown.appealDays} ngày làm việc sau công bố.`,
    ],
    ...(shown.proposed
      ? [
          [
            { bold: `Đồng chí ${shown.proposed.byName} đề nghị công bố` },
            ` lúc ${formatInstant(shown.proposed.at)}; chờ người khác xác nhận.`,
          ],
        ]
      : []),
    ...(shown.loneAsked
      ? [[`Đồng chí ${shown.loneAsked.byName} đề nghị chỉ cần một người công bố; chờ người khác đồng ý.`]]
      : []),
  ],
  confirm: (publishers: 1 | 2, proposing: boolean, until: Day): Line[] => [
    [
      { bold: proposing ? 'Đề nghị công bố kết quả này?' : 'Công bố kết quả này?' },
      ' Sau khi công bố, điểm bị khóa và không thể thu hồi.',
    ],
    [`Các đơn vị được kiến nghị đến hết ngày ${formatDay(until)}.`],
    ...(publishers === 2 && proposing ? [['Cần một người khác xác nhận.']] : []),
  ],
  notReady: (names: readonly string[]): Line => [
    `Chưa công bố được: còn bản chấm chưa kết luận (${names.join('; ')}). Gõ /tham_dinh.`,
  ],
  notSent: (names: readonly string[]): Line => [
    `Chưa công bố được: ${names.join('; ')} chưa gửi bản chấm. Nhắc đơn vị, hoặc chọn Khóa tự chấm.`,
  ],
  tied: (): Line => [
    'Còn đơn vị đồng hạng chưa phân định. Nếu cần xếp trên dưới, gõ /phan_hang trước khi công bố.',
  ],
  /** Of those whom the ranking above it names. */
  noSelf: (): Line => [
    { bold: 'Đơn vị chưa gửi bản chấm: ' },
    'điểm nháp không tính, không thẩm định; muốn tính, mở lại tự chấm để đơn vị gửi.',
  ],
  since: (lines: readonly Line[]): Line[] =>
    lines.length === 0 ? [] : [[{ bold: 'Khác với kết quả lúc đề nghị công bố:' }], ...lines],
  differs: (unit: string, was: Seen | null, is: Seen): Line => [
    `• ${unit}: `,
    was === null ? 'chưa có lúc đó' : `${formatPoints(points(was.points))} điểm, hạng ${was.rank ?? '–'}`,
    ` → ${formatPoints(points(is.points))} điểm, hạng ${is.rank ?? '–'}.`,
  ],
  /** Whose criteria, which reports: named, as far as a phone has room. */
  open: ({ criteria, reports, selfScores }: OpenScores): Line[] => [
    ...some(criteria).map(
      ({ unitName, nos }): Line => [
        { bold: `${unitName}: ` },
        `${nos.length} tiêu chí không có điểm (${shortly(nos)}).`,
      ],
    ),
    ...reports.map(
      ({ title, dueOn, unitNames }): Line => [
        { bold: `${title}, hạn ${formatDay(dueOn)}, chưa đến hạn: ` },
        `${shortly(unitNames)} chưa nộp, đang tính như không chậm, không thiếu.`,
      ],
    ),
    ...selfScores.map(
      ({ title, dueOn, unitNames }): Line =>
        unitNames.length > 0
          ? [{ bold: `${title} còn hạn đến ${formatDay(dueOn)}: ` }, `${shortly(unitNames)} chưa gửi.`]
          : [{ bold: `${title} còn hạn đến ${formatDay(dueOn)}.` }],
    ),
  ],
  /** To all, so without the names of those who may still hand in. */
  notDue: ({ reports }: OpenScores): Line[] =>
    reports.map(({ title, dueOn }) => [
      `Khi công bố, ${title} (hạn ${formatDay(dueOn)}) chưa đến hạn: tính như không chậm, không thiếu.`,
    ]),
  early: (left: OpenScores): Line[] => [
    [{ bold: 'Còn hạn chưa đến. Vẫn công bố?' }],
    ...publishText.open({ ...left, criteria: [] }),
    ['Công bố rồi thì điểm giữ như hiện nay, dù sau đó có đơn vị nộp chậm hoặc không nộp.'],
  ],
  changed: (): Line => ['Kết quả vừa có thay đổi nên chưa công bố. Đề nghị đồng chí xem lại.'],
  samePerson: (): Line => ['Đồng chí đã đề nghị; cần một người khác của Trưởng khối xác nhận.'],
  noSecond: (): Line => [
    'Chưa đặt được hai người: phía Trưởng khối mới có một mình đồng chí. Mời thêm người bằng ',
    { code: '/moi thư ký' },
    ', rồi chọn lại.',
  ],
  openProposal: (): Line => [
    'Đang có đề nghị công bố chờ người thứ hai nên chưa đổi được; xác nhận hoặc bỏ đề nghị đó trước.',
  ],
  already: (at: Date, byName: string): Line[] => [
    [`Điểm đã công bố lúc ${formatInstant(at)} (đồng chí ${byName}) và đã khóa.`],
    ['Chỉ kiến nghị được chấp nhận mới thay đổi một tiêu chí. Gõ /xep_hang, /tong_hop hoặc /kien_nghi.'],
  ],
  later: (): Line[] => [['Chưa thay đổi gì. Gõ /cong_bo khi cần.']],
  done: {
    self_closed: (): Line[] => [['Đã khóa tự chấm: đơn vị chưa gửi không chấm thêm được.']],
    self_reopened: (): Line[] => [['Đã mở lại tự chấm.']],
    opened: (): Line[] => [['Đã mở: các đơn vị xem được điểm và xếp hạng tạm tính.']],
    shut: (): Line[] => [['Đã đóng: mỗi đơn vị chỉ xem điểm của mình.']],
    proposed: (): Line[] => [
      ['Đã đề nghị công bố. Cần một người khác của Trưởng khối gõ /cong_bo để xác nhận.'],
    ],
    withdrawn: (): Line[] => [['Đã bỏ đề nghị công bố.']],
    lone_asked: (): Line[] => [
      ['Bỏ yêu cầu hai người cũng cần hai người: đã đề nghị, chờ một người khác của Trưởng khối đồng ý.'],
      ['Chưa có người thứ hai: mời bằng /moi.'],
    ],
    lone_withdrawn: (): Line[] => [['Công bố vẫn cần hai người.']],
    lone_agreed: (): Line[] => [['Đã đồng ý.']],
    published: (until: Day): Line[] => [
      [{ bold: 'Đã công bố kết quả chấm điểm.' }, ` Nhận kiến nghị đến hết ngày ${formatDay(until)}.`],
      ['Gõ /xep_hang để xem, /tong_hop để lấy bảng tính và biên bản.'],
    ],
  },
  settings: (publishers: 1 | 2): Line[] => [
    [publishers === 2 ? 'Từ nay công bố cần hai người.' : 'Từ nay một người công bố được, qua hai bước.'],
  ],
  notice: {
    proposed: (byName: string): Line[] => [
      [`Đồng chí ${byName} đề nghị công bố kết quả chấm điểm; cần đồng chí xem và xác nhận.`],
    ],
    loneAsked: (byName: string): Line[] => [
      [`Đồng chí ${byName} đề nghị từ nay chỉ cần một người công bố điểm. Đồng ý hay không: gõ /cong_bo.`],
    ],
    published: (bloc: string, until: Day): Line[] => [
      [{ bold: `${bloc} công bố kết quả chấm điểm.` }],
      [
        `Kiến nghị (nếu có) gửi đến hết ngày ${formatDay(until)}: gõ /kien_nghi. Gõ /vi_sao để xem lý do từng điểm.`,
      ],
    ],
    opened: (): Line[] => [['Trưởng khối đã mở điểm tạm tính. Gõ /xep_hang để xem.']],
    selfClosed: (): Line[] => [['Trưởng khối đã khóa phần tự chấm.']],
  },
} as const;
