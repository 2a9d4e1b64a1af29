import { type Day, dayOf } from '../core/day.ts';
import type { Lateness } from '../core/deadline.ts';
import type { Channel } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { ReportStanding, ReportVersion } from '../core/report-state.ts';
import { fitLabel } from './dated-label.ts';
import { formatDate, formatDay, formatDayLong, formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { judged } from './receipt.ts';
import { standingName } from './report-sheet.ts';
import { formatBytes, progressBar } from './sizes.ts';

/** Sentences about what came in: `/bao_cao`, and what the unit hears of decisions. */

/** Of a label on a button, in UTF-16 units. */
const LABEL = 44;
/** Of it for a title behind a unit's name. */
const TITLE = 18;

/** A report recorded on behalf has a day, no hour. */
export const sentWords = ({ sentAt, channel }: { sentAt: Date; channel: Channel }): string =>
  channel === 'chat' ? formatInstant(sentAt) : formatDayLong(dayOf(sentAt));

export interface ReportShown {
  title: string;
  party: string;
  dueOn: Day | null;
  standing: ReportStanding;
  documentNumber: string | null;
  sent: { sentAt: Date; channel: Channel } | null;
  lateness: Lateness | null;
  /** Why it was sent back, for those who may know. */
  reason: string | null;
}

/** Whose, which, of which period: each cut before the day is. */
export const reportLabel = ({ party, title, dueOn }: ReportShown, today: Day): string =>
  fitLabel(party, clip(title, TITLE), ...(dueOn ? [formatDate(dueOn, today)] : []));

const MARK = { missing: '○', received: '●', accepted: '✓', sent_back: '↩' } as const;

const pending = (standing: ReportStanding) =>
  standing === 'received' ? 'chờ xử lý' : standingName[standing];

function facts(one: ReportShown): string {
  const parts = [
    one.documentNumber ?? '',
    one.sent ? `${sentWords(one.sent)}${judged(one.lateness)}` : '',
    one.reason ? `bị trả lại: ${one.reason}` : pending(one.standing),
  ];
  return parts.filter(part => part !== '').join(' · ');
}

const nowStands = (version: ReportVersion): string => {
  const last = version.decisions.at(-1);
  if (!last) return 'chờ Trưởng khối xử lý';
  const by = `${formatInstant(last.at)}, đồng chí ${last.byName}`;
  if (last.kind === 'withdrawn') return `đơn vị đã rút (${by})`;
  return last.kind === 'accepted' ? `đã tiếp nhận (${by})` : `bị trả lại (${by}): ${last.reason ?? ''}`;
};

function documentWords({ documentNumber, documentDate }: ReportVersion): string {
  const dated = documentDate ? `ngày ${formatDay(documentDate)}` : '';
  return [documentNumber ?? '', dated].filter(part => part !== '').join(' ');
}

export const receivedText = {
  latest: (bloc: string, shown: readonly ReportShown[], more: number): Line[] => [
    [{ bold: 'Báo cáo mới nhận' }, ` · ${bloc}`],
    ...(shown.length === 0 ? [['Chưa có báo cáo nào.']] : []),
    ...shown.flatMap((one, n): Line[] => [
      [`${n + 1}. `, { bold: one.party }, ` – ${one.title}`],
      [`   ${facts(one)}`],
    ]),
    ...(more > 0 ? [[`Còn ${more} báo cáo trước đó; chọn Xem theo hạn.`]] : []),
  ],
  matching: (words: string, shown: readonly ReportShown[]): Line[] =>
    shown.length === 0
      ? [[`Chưa nhận báo cáo nào khớp “${clip(words, 60)}”.`]]
      : [
          [`Có ${shown.length} báo cáo khớp “${clip(words, 60)}”. Đồng chí mở báo cáo nào?`],
          ...shown.map((one, n): Line => [`${n + 1}. `, { bold: one.party }, ` – ${one.title}`]),
        ],
  deadlines: (): Line[] => [['Xem báo cáo của hạn nào?']],
  deadlineLabel: (
    { title, dueOn, done, of }: { title: string; dueOn: Day | null; done: number; of: number },
    today: Day,
  ) => fitLabel(title, `${dueOn ? `${formatDate(dueOn, today)} ` : ''}(${done}/${of})`),
  deadline: (
    title: string,
    dueOn: Day | null,
    done: number,
    of: number,
    shown: readonly ReportShown[],
  ): Line[] => [
    [{ bold: title }],
    [dueOn ? `Hạn: ${formatDayLong(dueOn)}` : 'Chưa định ngày'],
    [`${progressBar(done, of)} đã nộp ${done}/${of}`],
    ...shown.flatMap((one): Line[] => [
      [`${MARK[one.standing]} `, { bold: one.party }, one.standing === 'missing' ? ' – chưa nộp' : ''],
      ...(one.standing === 'missing' ? [] : [[`   ${facts(one)}`]]),
    ]),
  ],
  openLabel: (one: ReportShown, n: number, today: Day) => `${n}. ${reportLabel(one, today)}`,
  partyLabel: (one: ReportShown) => clip(`${MARK[one.standing]} ${one.party}`, LABEL),
  byDeadline: 'Xem theo hạn',
  latestLabel: 'Báo cáo mới nhận',
  ofDeadline: 'Cả danh sách của hạn này',
  sheet: 'Lập bảng Excel',
  more: 'Xem thêm',
  accept: 'Tiếp nhận',
  sendBack: 'Trả lại',
  handIn: 'Nộp báo cáo',
  handInAgain: 'Nộp lại',
  withdraw: 'Rút báo cáo',
  open: 'Mở báo cáo',
  filesOf: (version: number) => `Tệp lần ${version}`,

  file: (one: ReportShown, version: number, n: number, of: number): Line[] => [
    [`Tệp ${n}/${of}${version > 1 ? ` (lần ${version})` : ''}: ${one.title} – ${one.party}`],
  ],
  /** One report with all that came before it. */
  report: (
    one: ReportShown,
    newest: ReportVersion,
    earlier: readonly { version: ReportVersion; lateness: Lateness | null }[],
  ): Line[] => [
    [{ bold: one.title }],
    [{ bold: one.party }, one.dueOn ? ` · hạn ${formatDayLong(one.dueOn)}` : ''],
    ...(documentWords(newest) === '' ? [] : [['Văn bản: ', { bold: documentWords(newest) }]]),
    [
      newest.channel === 'chat'
        ? `Gửi lúc ${sentWords(newest)}${judged(one.lateness)}; đồng chí ${newest.byName} nộp.`
        : `Gửi ${sentWords(newest)}${judged(one.lateness)} qua hệ thống văn bản; đồng chí ${newest.byName} ghi nhận lúc ${formatInstant(newest.receivedAt)}.`,
    ],
    ...(newest.summary ? [['Nội dung: ', { italic: newest.summary }]] : []),
    ...newest.files.map((file): Line => [`Tệp: ${file.name} (${formatBytes(file.size)})`]),
    [`Biên nhận số ${newest.receiptNo}${newest.version > 1 ? `, lần nộp thứ ${newest.version}` : ''}.`],
    ['Tình trạng: ', { bold: nowStands(newest) }],
    ...newest.decisions
      .slice(0, -1)
      .map(
        (past): Line => [
          `   trước đó: ${past.kind === 'accepted' ? 'tiếp nhận' : 'trả lại'} ${formatInstant(past.at)}, đồng chí ${past.byName}${past.reason ? `: ${past.reason}` : ''}`,
        ],
      ),
    ...earlier.map(
      ({ version, lateness }): Line => [
        `Lần ${version.version}: ${sentWords(version)}${judged(lateness)}${documentWords(version) ? `, ${documentWords(version)}` : ''}; ${version.decisions.length > 0 ? nowStands(version) : 'được thay bằng bản sau'}.`,
      ],
    ),
  ],
  nothingThere: (title: string, party: string): Line[] => [[`${party} chưa nộp “${title}”.`]],
  gone: (): Line[] => [['Không mở được báo cáo này: hạn đã hủy, hoặc không thuộc phần việc của đồng chí.']],
  verify: 'Thẩm định',
  byCriteria: (unit: string): Line[] => [
    [
      `Bản tự chấm của ${unit} được trả lại theo từng tiêu chí, kèm lý do; đơn vị chỉ chấm lại các tiêu chí đó.`,
    ],
  ],
  sheetLocked: (unit: string, published: Date): Line[] => [
    [
      `Điểm đã công bố lúc ${formatInstant(published)} và đã khóa nên không trả lại bản tự chấm của ${unit} được nữa.`,
    ],
    [
      'Chỉ kiến nghị được chấp nhận mới đổi điểm: đơn vị gõ ',
      { code: '/kien_nghi' },
      ' trong thời hạn kiến nghị.',
    ],
  ],
  notYours: (): Line[] => [['Việc tiếp nhận, trả lại báo cáo này thuộc Trưởng khối.']],

  accepted: (one: ReportShown): Line[] => [
    [`Đã tiếp nhận “${one.title}” của ${one.party}; đơn vị được báo.`],
  ],
  acceptedNotice: (one: ReportShown): Line[] => [
    [{ bold: 'Trưởng khối đã tiếp nhận' }, ` “${one.title}” của ${one.party}.`],
  ],
  /** Another was quicker. */
  changed: (one: ReportShown, newest: ReportVersion | null): Line[] => [
    ['Chưa ghi quyết định của đồng chí, vì báo cáo vừa thay đổi.'],
    [newest ? `${one.party} – ${one.title}: lần nộp ${newest.version}, ${nowStands(newest)}.` : ''],
  ],
  sentBack: (one: ReportShown, reason: string): Line[] => [
    [{ bold: 'Đã trả lại' }, ` “${one.title}” của ${one.party}; đơn vị đã được báo để bổ sung.`],
    [`Lý do: ${reason}`],
  ],
  /** To the unit, at once. */
  sentBackNotice: (one: ReportShown, reason: string): Line[] => [
    [{ bold: 'Trả lại để bổ sung' }],
    [`“${one.title}” của ${one.party}${one.documentNumber ? `, ${one.documentNumber}` : ''}.`],
    ['Lý do: ', { bold: reason }],
    [
      one.dueOn ? `Hạn: ${formatDayLong(one.dueOn)}. ` : '',
      'Đề nghị đồng chí bổ sung và nộp lại; phần đã gửi được giữ sẵn.',
    ],
  ],
  /** To the lead's other people. */
  sentBackTold: (one: ReportShown, reason: string, by: string): Line[] => [
    [`Đồng chí ${by} đã trả lại “${one.title}” của ${one.party}: ${reason}`],
  ],
};
