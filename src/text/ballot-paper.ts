import type { Ballot } from '../core/ballot/ballot.ts';
import type { Line } from '../core/message.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';

/** Sentences of `/bo_phieu`. None of them ever says what was chosen: they stay in the chat and in the queue. */
export const paperText = {
  one: (title: string, no: number, label: string, nth: number, of: number): Line[] => [
    [{ bold: `Phiếu bình xét số ${no}: ${title}` }],
    ...(of > 1 || label !== title ? [[`${of > 1 ? `${nth}/${of}. ` : ''}${label}`]] : []),
    ['Đồng chí cho ý kiến:'],
  ],
  choose: (title: string, no: number, labels: readonly string[]): Line[] => [
    [{ bold: `Phiếu bình xét số ${no}: ${title}` }],
    ...labels.map((label, n): Line => [`${n + 1}. ${label}`]),
    ['Đồng chí chọn một:'],
  ],
  confirm: (title: string, no: number, voter: string): Line[] => [
    [{ bold: `Phiếu bình xét số ${no}: ${title}` }],
    [`Phiếu của ${voter} đã điền đủ. Bỏ phiếu rồi thì không xem lại và không đổi được.`],
    [{ italic: 'Muốn xem lại lựa chọn thì chọn Làm lại và điền từ đầu.' }],
  ],
  yes: 'Đồng ý',
  no: 'Không đồng ý',
  blank: 'Không ý kiến',
  nobody: 'Không chọn ai',
  cast: 'Bỏ phiếu',
  again: 'Làm lại',
  later: 'Để sau',
  buttonsOnly: (): Line => [
    'Đề nghị đồng chí chọn trong danh sách; nội dung khác không được ghi nhận và không được lưu.',
  ],
  put: (no: number, voter: string): Line[] => [
    [`Đã nhận phiếu của ${voter} cho cuộc bình xét số ${no}. Trân trọng cảm ơn đồng chí.`],
  ],
  already: (voter: string): Line[] => [[`Phiếu của ${voter} đã được bỏ từ trước; không nhận phiếu thứ hai.`]],
  /** `voter`: whose vote was taken before it ended. */
  closed: (one: Pick<Ballot, 'no' | 'title' | 'closedAt'>, voter: string | null): Line[] => [
    [
      `Cuộc bình xét số ${one.no} (${clip(one.title, 60)}) đã kết thúc${one.closedAt ? ` lúc ${formatInstant(one.closedAt)}` : ''}; ${voter === null ? 'phiếu của đồng chí chưa được nhận' : `phiếu của ${voter} đã được nhận trước đó`}.`,
    ],
    ['Xem kết quả: ', { code: `/binh_xet ${one.no}` }],
  ],
  noVote: (one: Pick<Ballot, 'no'>): Line[] => [
    [`Đồng chí không có phiếu trong cuộc bình xét số ${one.no}. Xem: `, { code: `/binh_xet ${one.no}` }],
  ],
  nothing: (): Line[] => [['Hiện không có cuộc bình xét nào chờ phiếu của đồng chí.']],
  which: (): Line[] => [['Đồng chí bỏ phiếu cuộc nào?']],
  cancelled: (): Line[] => [
    ['Đã bỏ phiếu đang điền; chưa có phiếu nào được nhận. Điền lại: ', { code: '/bo_phieu' }],
  ],
  parked: (): Line[] => [
    ['Chưa bỏ phiếu; phần đã điền không được giữ lại. Khi cần: ', { code: '/bo_phieu' }],
  ],
};
