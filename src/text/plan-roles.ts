import { foldLetters } from './fold-letters.ts';

/** Words between a unit and its role, and words at which a name has ended. Accents count: "làm" is no "Lâm". */
const LINK =
  'là|làm|giữ|giữ chức|chức|vai trò|chức danh|chức vụ|nhiệm vụ|đảm nhận|đảm nhiệm|nhận|được|bầu|bầu chọn|cử|chọn|phân công|giao|đơn vị|cương vị|với|tư cách|đồng thời|tiếp tục|thống nhất|suy tôn|trách nhiệm';
const AFTER_ONLY = String.raw`năm\s+20\d\d|năm\s+học\s+20\d\d\s?-\s?20\d\d|nhiệm kỳ này|của khối|khối|cụm|do`;
const END =
  'là|làm|có trách nhiệm|chủ trì|và các|phối hợp|giữ|được|sẽ|thực hiện|năm 20\\d\\d|thay|cùng|để|bàn giao|cho|tiếp tục|điều hành|tổng hợp|đảm nhận|đảm nhiệm|ban hành|đăng cai';

/** A name that ends so is the subject of somebody else's sentence. */
export const towards =
  /\s(?:cho|về|ve|đến|den|tới|toi|lên|len|với|voi|của|cua|giúp|giup|gửi|gui|nộp|nop|cùng|cung|qua|theo|mời|moi|là do)$/iu;
/** Folded: what a name never holds. */
export const acting =
  /\s(?:gui|nop|bao cao|tham muu|co trach nhiem|phoi hop|tong hop|trinh|de xuat|chiu trach nhiem|de nghi)(?:\s|$)/;

interface Patterns {
  /** Stripped from the end of what comes before a role. */
  before: RegExp;
  /** Stripped from the beginning of what comes after it. */
  after: RegExp;
  /** Where a unit's name ends. */
  end: RegExp;
}

function patterns(spell: (words: string) => string): Patterns {
  const word = (words: string) => String.raw`(?<!\p{L})(?:${spell(words)})(?!\p{L})`;
  return {
    before: new RegExp(String.raw`(?:[\s,:(|\[–-]|${word(LINK)})*$`, 'u'),
    after: new RegExp(String.raw`^(?:[\s,:()\[\]–=>-]|${word(AFTER_ONLY)}|${word(LINK)})*`, 'u'),
    end: new RegExp(
      String.raw`\s(?:${spell(END)})(?!\p{L})|[.;:()]|\s-\s(?=${spell('phó|trưởng|đơn vị|thành viên')})|$`,
      'u',
    ),
  };
}

const accented = patterns(words => words);
const bare = patterns(foldLetters);
const ACCENTS = /[^\0-\x7f]/;

/** The patterns that fit a text: with its accents, or for one that has none. */
export const rolePatterns = (text: string): Patterns => (ACCENTS.test(text) ? accented : bare);
