import type { Day } from '../core/day.ts';
import { clean, fold } from './fold.ts';
import { foldLetters } from './fold-letters.ts';
import { readMoment } from './moment.ts';

export interface TypedMeeting {
  title: string | null;
  startsAt: Date | null;
  /** Stood where the time belongs, and is none. */
  badTime: string | null;
  place: string | null;
  agenda: string | null;
}

/** An hour must be said: nobody meets "some time that day". */
const NO_HOUR = '';
const WHEN =
  /^(?:thời gian|thoi gian|lúc|luc|vào|vao|ngày|ngay)?\s*:?\s*(?=\d{1,2}\s*(?::|h|giờ|gio|[/.-]\d))/iu;
const PLACE = /^(?:tại|tai|địa điểm|dia diem|ở)\s*:?\s+/iu;
const AGENDA = /^(?:nội dung|noi dung|chương trình|chuong trinh)\s*:\s*/iu;

/** `Họp sơ kết; 14:00 ngày 20/6; tại Hội trường; nội dung: kết quả 6 tháng; nhiệm vụ tới`. */
export function readMeeting(typed: string, today: Day): TypedMeeting {
  const read: TypedMeeting = { title: null, startsAt: null, badTime: null, place: null, agenda: null };
  const agenda: string[] = [];
  for (const part of typed.normalize('NFC').split(/[;\n]/)) {
    const words = clean(part).replace(/^[-•*]\s*/, '');
    if (words === '') continue;
    if (AGENDA.test(words)) agenda.push(words.replace(AGENDA, ''));
    else if (agenda.length > 0) agenda.push(words);
    else if (WHEN.test(words)) {
      read.startsAt = readMoment(words.replace(WHEN, ''), today, NO_HOUR);
      read.badTime = read.startsAt ? null : words;
    } else if (PLACE.test(words)) read.place = words.replace(PLACE, '');
    else if (read.title === null) read.title = words;
    else agenda.push(words);
  }
  return { ...read, agenda: agenda.length > 0 ? agenda.join('\n') : null };
}

export type MeetingAct = 'come' | 'stay_away' | 'attendance' | 'decision' | 'cancel' | 'minutes';

const ACTS: readonly [RegExp, MeetingAct][] = [
  [/^(?:co |se |xac nhan )?(?:tham )?du(?: hop)?[.! ]*$/, 'come'],
  [
    /^(?:(?:em|toi|don vi|chung toi) )?(?:(?:(?:xin |phep |bao |se )*vang(?: mat| hop)*)|(?:khong|ko|k) (?:(?:the |(?:duoc|dc) )?(?:tham )?(?:du|di|hop)(?: (?:hop|duoc|dc))*))(?=$|[\s:,.])[\s:,.]*(?:(?:vi|do|ly do)(?=[\s:])\s*:?\s*)?/,
    'stay_away',
  ],
  [/^(?:diem danh|co mat|du hop)(?=$|[\s:])\s*:?\s*/, 'attendance'],
  [/^(?:ket luan|kl|quyet nghi|nghi quyet|thong nhat)(?=$|[\s:])\s*:?\s*/, 'decision'],
  [/^huy(?: hop)?[.! ]*$/, 'cancel'],
  [/^bien ban[.! ]*$/, 'minutes'],
];

/** A reason alone; "bàn việc" is none. */
const BUSY =
  /^(?:(?:em|tôi|toi|đơn vị|don vi)\s+)?(?:bận|ban(?=\s+(?:viec|hop|di|tiep|cong)(?:\s|$))|ốm|om|đi công tác|di cong tac)(?=$|[\s,:.])/iu;

/** "vắng vì đi công tác", "có mặt tất cả trừ Trạm Y tế", "kết luận …", "hủy", "biên bản": what is to be done with a meeting. */
export function readMeetingAct(typed: string): { act: MeetingAct; line: string } | null {
  const words = typed.normalize('NFC').trim();
  if (BUSY.test(words)) return { act: 'stay_away', line: words };
  const folded = foldLetters(words).toLowerCase();
  for (const [pattern, act] of ACTS) {
    const found = pattern.exec(folded);
    if (found) return { act, line: words.slice(found[0].length).trim() };
  }
  return null;
}

/** "đủ", "tất cả": everybody came. */
export const saysAll = (typed: string): boolean => /^(?:du|day du|tat ca|ca khoi)$/.test(fold(typed));
