import { type Feedback, type FeedbackKind, type FeedbackStanding, feedbackStanding } from '../core/board.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { linesOf } from './compose.ts';
import { formatInstant } from './days.ts';
import { clip, fold } from './fold.ts';

/** Sentences of `/phan_anh`: what units put to the lead, and his answers. */

/** Of a label on a button, in UTF-16 units. */
const LABEL = 40;

export const kindName: Record<FeedbackKind, string> = {
  difficulty: 'khó khăn, vướng mắc',
  proposal: 'đề xuất, kiến nghị',
};
export const standingName: Record<FeedbackStanding, string> = {
  waiting: 'chờ trả lời',
  answered: 'đã trả lời',
  closed: 'đã khép lại',
};

const first = ({ entries }: Feedback) => clip(entries[0]?.body.split('\n')[0] ?? '', LABEL);
const head = (one: Pick<Feedback, 'no' | 'kind'>) => `Phản ánh số ${one.no} (${kindName[one.kind]})`;
const ref = (one: Pick<Feedback, 'id'>) => shortRef('f', one.id);

const fileLines = (name: string | null): Line[] => (name === null ? [] : [[`Kèm tệp: ${name}`]]);

export const feedbackText = {
  question: (): Line[] => [
    ['Đồng chí phản ánh khó khăn, vướng mắc hay đề xuất gì với Trưởng khối? Đề nghị gõ nội dung.'],
    [
      {
        italic:
          'Có thể gửi kèm một tệp, ảnh. Trưởng khối trả lời ngay tại đây. Không gửi nội dung có độ mật.',
      },
    ],
  ],
  preview: (body: string, file: string | null, unit: string): Line[] => [
    [{ bold: 'Sẽ gửi Trưởng khối' }, `, thay mặt ${unit}:`],
    ...linesOf(body),
    ...fileLines(file),
    [],
    ['Nội dung này là khó khăn hay đề xuất? Chọn xong là gửi.'],
  ],
  sendAs: (kind: FeedbackKind) =>
    kind === 'difficulty' ? 'Gửi: khó khăn, vướng mắc' : 'Gửi: đề xuất, kiến nghị',
  /** The likelier kind, from the words. */
  likelyKind: (body: string): FeedbackKind =>
    /\b(?:de xuat|kien nghi|de nghi|nen |sang kien|gop y)/.test(fold(body)) ? 'proposal' : 'difficulty',
  sent: (no: number): Line[] => [
    [`Đã gửi phản ánh số ${no} đến Trưởng khối. Khi có trả lời, Hệ thống báo đồng chí ngay tại đây.`],
  ],
  arrived: (bloc: string, no: number, kind: FeedbackKind, body: string, from: string): Line[] => [
    [{ bold: head({ no, kind }) }, ` · ${bloc}`],
    [{ italic: from }],
    ...linesOf(body),
  ],
  answer: (one: Pick<Feedback, 'id'>) => ({
    id: `phan_anh tra_loi ${ref(one)}`,
    label: 'Trả lời',
    tone: 'primary' as const,
  }),
  goOn: (one: Pick<Feedback, 'id'>) => ({ id: `phan_anh tra_loi ${ref(one)}`, label: 'Phản hồi thêm' }),
  close: (one: Pick<Feedback, 'id'>) => ({ id: `phan_anh dong ${ref(one)}`, label: 'Khép lại' }),
  open: (one: Feedback) => ({ id: `phan_anh ${ref(one)}`, label: `Số ${one.no}: ${first(one)}` }),
  make: { id: 'phan_anh moi', label: 'Gửi phản ánh mới' },
  more: 'Cũ hơn',
  askAnswer: (one: Feedback, lead: boolean): Line[] => [
    [{ bold: head(one) }, ` · ${one.unitName}`],
    ...linesOf(one.entries[0]?.body ?? ''),
    [],
    [
      lead
        ? 'Đồng chí trả lời thế nào? Đề nghị gõ nội dung.'
        : 'Đồng chí phản hồi thêm gì? Đề nghị gõ nội dung.',
    ],
  ],
  previewAnswer: (one: Feedback, body: string, file: string | null, lead: boolean): Line[] => [
    [{ bold: lead ? `Sẽ trả lời phản ánh số ${one.no}` : `Sẽ gửi thêm cho phản ánh số ${one.no}` }, ':'],
    ...linesOf(body),
    ...fileLines(file),
  ],
  send: 'Gửi',
  answered: (one: Feedback): Line[] => [[`Đã gửi trả lời phản ánh số ${one.no} đến đồng chí ${one.byName}.`]],
  wentOn: (one: Feedback): Line[] => [[`Đã gửi thêm cho phản ánh số ${one.no} đến Trưởng khối.`]],
  answerArrived: (bloc: string, one: Feedback, body: string, by: string): Line[] => [
    [{ bold: `Trả lời phản ánh số ${one.no}` }, ` · ${bloc}`],
    [{ italic: `Đồng chí đã phản ánh: ${first(one)}` }],
    ...linesOf(body),
    [{ italic: `Người trả lời: đồng chí ${by}.` }],
  ],
  list: (bloc: string, shown: readonly Feedback[], lead: boolean, all: readonly Feedback[]): Line[] => {
    const waiting = all.filter(one => feedbackStanding(one) === 'waiting').length;
    return [
      [{ bold: lead ? `Phản ánh gửi Trưởng khối · ${bloc}` : `Phản ánh của đồng chí · ${bloc}` }],
      ...(all.length === 0
        ? [[lead ? 'Chưa có phản ánh nào.' : 'Đồng chí chưa gửi phản ánh nào.']]
        : [[`Tất cả ${all.length}, ${waiting} chờ trả lời.`]]),
      ...shown.map(
        (one): Line => [
          `• Số ${one.no}, ${lead ? `${one.unitName}, ` : ''}${standingName[feedbackStanding(one)]}: ${first(one)}`,
        ],
      ),
      ...(lead ? [] : [['Gửi mới: gõ ', { code: '/phan_anh' }, ' và nội dung.']]),
    ];
  },
  shown: (bloc: string, one: Feedback): Line[] => [
    [{ bold: head(one) }, ` · ${bloc}`],
    [`${one.unitName}, đồng chí ${one.byName}; ${standingName[feedbackStanding(one)]}.`],
    ...one.entries.flatMap((entry): Line[] => [
      [],
      [
        {
          italic: `${entry.side === 'lead' ? 'Trưởng khối' : 'Đơn vị'}, đồng chí ${entry.byName}, ${formatInstant(entry.at)}`,
        },
      ],
      ...linesOf(entry.body),
      ...fileLines(entry.file?.name ?? null),
    ]),
  ],
  closed: (no: number): Line[] => [[`Đã khép lại phản ánh số ${no}. Gửi thêm thì phản ánh được mở lại.`]],
  closedBefore: (no: number): Line[] => [[`Phản ánh số ${no} đã khép lại từ trước.`]],
  closedTold: (one: Feedback): Line[] => [
    [`Trưởng khối đã khép lại phản ánh số ${one.no} của đồng chí: ${first(one)}`],
    ['Chưa thỏa đáng thì đồng chí chọn mục dưới đây để phản hồi.'],
  ],
  unknown: (asked: string): Line[] => [
    [`Không có phản ánh “${clip(asked, 20)}” trong danh sách của đồng chí: `, { code: '/phan_anh' }],
  ],
};
