import type { Section } from '../document/sections.ts';

export type Topic =
  | 'purpose'
  | 'time'
  | 'targets'
  | 'awards'
  | 'criteria'
  | 'execution'
  | 'content'
  | 'members';

const TOPICS: readonly [Topic, RegExp][] = [
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

/** What the headings above a paragraph say it is about, the innermost first. */
export function topicOf(section: Section): Topic | null {
  for (const heading of section.under.toReversed()) {
    const found = TOPICS.find(([, words]) => words.test(heading));
    if (found) return found[0];
  }
  return null;
}
