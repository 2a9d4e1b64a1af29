import type { Section } from '../document/sections.ts';

export type Topic =
  | 'purpose'
  | 'time'
  | 'targets'
  | 'awards'
  | 'criteria'
  | 'execution'
  | 'content'
  | 'members'
  /** What was, before the plan. */
  | 'background';

const WORDS: readonly [Topic, RegExp][] = [
  [
    'background',
    /dac diem(?: tinh hinh)?|khai quat|so luoc|thuc trang|boi canh|tinh hinh chung|ket qua [^.;]{0,60}nam (?:hoc )?(?:20\d\d|truoc|qua)|danh gia (?:tinh hinh|ket qua) [^.;]{0,40}(?:nam|giai doan 20)|ket qua da dat duoc/,
  ],
  ['purpose', /muc dich|yeu cau(?! ve chi tieu)|quan diem/],
  ['time', /thoi gian|tien do|lich (?:hoat dong|trinh|cong tac)|moc thoi gian/],
  ['criteria', /tieu chuan|tieu chi|doi tuong/],
  ['awards', /khen thuong|hinh thuc|co cau giai|so luong/],
  [
    'execution',
    /to chuc thuc hien|bien phap|trach nhiem|phan cong|giai phap|che do (?:thong tin|bao cao)|thong tin, bao cao/,
  ],
  ['targets', /chi tieu|muc tieu|phan dau/],
  ['members', /thanh vien|danh sach|don vi trong khoi/],
  ['content', /noi dung|nhiem vu/],
];

/** "Chỉ tiêu chính" holds no "tiêu chí". */
const TOPICS = WORDS.map(([topic, words]) => ({
  topic,
  words: new RegExp(`(?<![a-z])(?:${words.source})(?![a-z])`),
}));

/** What this year's results are wanted for lies ahead. */
const AHEAD = /bao cao|binh xet|cham diem|xep loai|suy ton|cong nhan|dang ky|phuong huong/;

/** A sentence above a list: what those below are to reach. */
const GOALS = /(?:phan dau|chi tieu)(?: [a-z]+){0,2}:\s*$/;

/** What the headings above a paragraph say it is about, the innermost first. */
export function topicOf(section: Section): Topic | null {
  for (const heading of section.under.toReversed()) {
    if (GOALS.test(heading)) return 'targets';
    const found = TOPICS.find(
      ({ topic, words }) => words.test(heading) && !(topic === 'background' && AHEAD.test(heading)),
    );
    if (found) return found.topic;
  }
  return null;
}
