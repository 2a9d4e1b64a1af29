import type { BlocDocument, DocumentFacts, DocumentKind } from '../core/board.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { formatDay } from './days.ts';
import { clip } from './fold.ts';

/** Sentences of `/van_ban`: the bloc's plans, decisions and forms. */

/** Of a label on a button, in UTF-16 units. */
const LABEL = 44;

export const documentKindName: Record<DocumentKind, string> = {
  plan: 'Kế hoạch',
  decision: 'Quyết định',
  guidance: 'Hướng dẫn',
  form: 'Biểu mẫu',
  minutes: 'Biên bản',
  other: 'Văn bản',
};

function numberAndDate({ number, issuedOn }: DocumentFacts): string {
  const parts = [number ? `số ${number}` : '', issuedOn ? `ngày ${formatDay(issuedOn)}` : ''];
  return parts.filter(part => part !== '').join(' ');
}

const ref = (one: BlocDocument) => shortRef('v', one.id);

export const libraryText = {
  question: (): Line[] => [
    ['Đồng chí gửi tệp văn bản, kèm tên, số và ngày, ví dụ:'],
    [{ code: 'Kế hoạch thi đua năm 2026, số 12/KH-KTĐ ngày 05/3/2026' }],
    [{ italic: 'Không có chú thích thì lấy tên tệp. Không gửi tài liệu có độ mật.' }],
  ],
  questionFile: (title: string): Line[] => [
    [`Đã ghi tên “${clip(title, 80)}”. Đồng chí gửi tệp của văn bản này.`],
  ],
  preview: (
    facts: DocumentFacts,
    file: string,
    badDate: string | null,
    twin: BlocDocument | null,
  ): Line[] => [
    [{ bold: 'Sẽ lưu vào kho văn bản của khối:' }],
    [`• Loại: ${documentKindName[facts.kind]}`],
    [`• Tên: ${facts.title}`],
    [`• Số, ngày: ${numberAndDate(facts) || 'chưa ghi'}`],
    [`• Tệp: ${file}`],
    ...(badDate ? [[`“${badDate}” không phải là ngày có thật nên chưa ghi ngày.`]] : []),
    ...(twin ? [[`Kho đã có văn bản số ${twin.number ?? twin.no}: ${twin.title}.`]] : []),
    [{ italic: 'Chưa đúng thì gõ lại cả dòng tên, số, ngày.' }],
  ],
  save: 'Lưu văn bản',
  saved: (title: string): Line[] => [
    [
      `Đã lưu “${title}”. Mọi người trong khối tìm được bằng `,
      { code: '/van_ban' },
      ' và vài chữ trong tên hoặc số.',
    ],
  ],
  list: (
    bloc: string,
    shown: readonly BlocDocument[],
    total: number,
    asked: string,
    lead: boolean,
  ): Line[] => [
    [{ bold: asked === '' ? `Văn bản của ${bloc}` : `Văn bản khớp “${clip(asked, 60)}”` }],
    ...(total === 0
      ? [
          [
            asked === ''
              ? 'Kho văn bản chưa có gì.'
              : 'Không tìm thấy. Đồng chí thử ít chữ hơn, hoặc chỉ gõ số.',
          ],
        ]
      : shown.map(
          (one): Line => [`• ${documentKindName[one.kind]}: ${one.title}`, withDash(numberAndDate(one))],
        )),
    ...(total > shown.length ? [[`Tất cả ${total} văn bản.`]] : []),
    ...(total === 0 && lead ? [['Thêm: gõ ', { code: '/van_ban thêm' }, ' rồi gửi tệp.']] : []),
  ],
  open: (one: BlocDocument) => ({ id: `van_ban ${ref(one)}`, label: clip(one.title, LABEL) }),
  add: { id: 'van_ban them', label: 'Thêm văn bản' },
  more: 'Cũ hơn',
  shown: (one: BlocDocument): Line[] => [
    [{ bold: one.title }],
    [`${documentKindName[one.kind]}${numberAndDate(one) === '' ? '' : ` ${numberAndDate(one)}`}`],
  ],
  remove: (one: BlocDocument) => ({ id: `van_ban bo ${ref(one)}`, label: 'Bỏ khỏi kho' }),
  confirmRemove: (one: BlocDocument): Line[] => [
    [`Bỏ “${one.title}” khỏi kho văn bản? Người khác sẽ không tìm thấy nữa.`],
  ],
  removeNow: (one: BlocDocument) => ({
    id: `van_ban bo_han ${ref(one)}`,
    label: 'Bỏ',
    tone: 'danger' as const,
  }),
  keep: { id: 'van_ban thoi', label: 'Giữ lại' },
  removed: (one: BlocDocument): Line[] => [[`Đã bỏ “${one.title}” khỏi kho văn bản.`]],
  kept: (): Line[] => [['Văn bản vẫn ở trong kho.']],
  gone: (): Line[] => [['Văn bản này không còn trong kho. Xem danh sách: ', { code: '/van_ban' }]],
  leadOnly: (): Line[] => [
    [
      'Thêm hoặc bỏ văn bản dành cho Trưởng khối và thư ký. Tìm văn bản: ',
      { code: '/van_ban' },
      ' và vài chữ.',
    ],
  ],
};

const withDash = (words: string) => (words === '' ? '' : ` (${words})`);
