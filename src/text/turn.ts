import type { Authority } from '../core/bloc.ts';
import type { Line } from '../core/message.ts';
import { formatInstant } from './days.ts';
import { fold } from './fold.ts';

/** What the assistant says around commands: refusals, hints, mishaps. Each says what to do next. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string }[][];
  toast?: true;
}

interface Usage {
  name: string;
  summary: string;
  example: string;
}

/** Why files that were sent are not there; what is next. */
const FETCH_FAILED = {
  too_large: 'Tệp lớn hơn 20 MB nên không nhận được. Đề nghị gửi tệp nhỏ hơn, hoặc ghi số và ngày văn bản.',
  empty:
    'Tệp không có nội dung (0 byte) nên không nhận. Đề nghị đồng chí mở tệp kiểm tra, rồi gửi lại; hoặc ghi số và ngày văn bản.',
  program:
    'Hệ thống không nhận tệp chương trình (.exe và tương tự). Đề nghị đồng chí gửi PDF, Word, Excel hoặc ảnh của văn bản.',
  not_read:
    'Hệ thống chưa đọc kịp tệp để kiểm tra độ mật nên chưa nhận. Đề nghị gửi lại sau ít phút, tách thành tệp nhỏ hơn, hoặc ghi số và ngày văn bản.',
  not_fetched: 'Hệ thống chưa tải được tệp. Đề nghị đồng chí gửi lại.',
};
const isFetchFailure = (why: string): why is keyof typeof FETCH_FAILED => why in FETCH_FAILED;

const say = (...lines: Line[]): Said => ({ lines });
/** Of a press: nothing that others need to read. */
const passing = (words: string): Said => ({ lines: [[words]], toast: true });
const code = (command: string) => ({ code: `/${command}` });

/** What a conversation is called, by its kind, which is its command's name. */
const talks: Record<string, string> = {
  cai_dat: 'cài đặt nhắc',
  thiet_lap: 'thiết lập khối',
  nap_ke_hoach: 'nạp kế hoạch',
  don_vi: 'sửa đơn vị',
  nop_bao_cao: 'nộp báo cáo',
  cham_diem: 'chấm điểm',
  tra_lai: 'trả lại báo cáo',
  ghi_nhan: 'ghi nhận báo cáo',
  them_han: 'thêm hạn',
  doi_han: 'đổi hạn',
  gia_han: 'gia hạn',
  huy_han: 'hủy hạn',
  thong_bao: 'soạn thông báo',
  phan_anh: 'gửi phản ánh',
  van_ban: 'thêm văn bản',
  chi_tieu: 'báo số liệu chỉ tiêu',
  sang_kien: 'đăng ký sáng kiến',
  giai_doan: 'chuyển giai đoạn',
  hop: 'ghi cuộc họp',
  ban_giao: 'bàn giao',
  dot_thi_dua: 'báo hoạt động',
  dien_hinh: 'ghi điển hình',
  khen_thuong: 'đề nghị khen thưởng',
  dang_ky: 'đăng ký thi đua',
  binh_xet: 'soạn bình xét',
  bo_phieu: 'bỏ phiếu',
  kiem_phieu: 'nhập kết quả kiểm phiếu',
  khong_xet: 'ghi đơn vị không xét',
  cong_bo: 'công bố điểm',
};
const talk = (kind: string) => talks[kind] ?? 'đang làm';

const least: Record<Authority, string> = {
  stranger: 'mọi người',
  member: 'người của đơn vị thành viên',
  contact: 'đầu mối của đơn vị',
  lead: 'Trưởng khối',
};

/** Bytes that a button leaves for its command line. */
const CARRIED = 50;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** With the words behind it, without their accents where they are long; what does not fit must be typed again. */
function commandLine(name: string, words: string): string {
  const lines = [`${name} ${words}`.trim(), `${name} ${fold(words)}`.trim()];
  return lines.find(line => bytes(line) <= CARRIED && !line.includes('\n')) ?? name;
}

export const turnText = {
  nearest: (name: string, words = ''): Said => {
    const line = commandLine(name, words);
    return {
      lines: [['Hệ thống chưa rõ lệnh đồng chí vừa gõ. Có phải ', code(line), '?']],
      choices: [[{ id: line, label: `/${line}` }]],
    };
  },
  unknown: (known: boolean): Said =>
    known
      ? {
          lines: [['Hệ thống chưa hiểu tin nhắn này. Gõ ', code('tro_giup'), ' để xem các lệnh.']],
          choices: [
            [
              { id: 'han', label: 'Xem hạn' },
              { id: 'nop_bao_cao', label: 'Nộp báo cáo' },
            ],
          ],
        }
      : say(
          ['Kính chào đồng chí. Đây là Hệ thống trợ lý của khối thi đua, trả lời tự động.'],
          ['Đồng chí gửi mã ghép nối do Trưởng khối cấp (dạng K1-ABCD-EFGH) để bắt đầu.'],
          ['Thiết lập khối mới: ', code('thiet_lap'), '.'],
        ),
  thanked: (): Said => say(['Vâng, xin cảm ơn đồng chí.']),
  usage: ({ name, summary, example }: Usage): Said =>
    say([code(name), `: ${summary}.`], ['Ví dụ: ', { code: example }]),
  stranger: (where: 'private' | 'group'): Said =>
    where === 'private'
      ? say(
          ['Tài khoản này chưa được ghép với đơn vị nào.'],
          ['Đồng chí gửi mã ghép nối do Trưởng khối cấp.'],
        )
      : say([
          'Đồng chí chưa được ghi nhận trong khối này. Đề nghị xin mã ghép nối của Trưởng khối và nhắn riêng cho Hệ thống.',
        ]),
  noBloc: (where: 'private' | 'group'): Said =>
    where === 'private'
      ? say(['Đồng chí chưa thuộc khối thi đua nào. Đề nghị gửi mã ghép nối do Trưởng khối cấp.'])
      : say([
          'Nhóm này chưa gắn với khối thi đua nào. Đề nghị Trưởng khối gắn nhóm trước: ',
          code('gan_nhom'),
        ]),
  notAllowed: (needed: Authority): Said =>
    say([`Lệnh này dành cho ${least[needed]}. Đồng chí cần thì liên hệ Trưởng khối.`]),
  movedToPrivate: (): Said => say(['Hệ thống đã trả lời trong cuộc trò chuyện riêng với đồng chí.']),
  /** A code that everybody in the group has read. */
  exposed: (what: 'pairing' | 'account' | 'setup'): Said =>
    say(
      [{ bold: 'Mã vừa gửi trong nhóm ai cũng đọc được nên Hệ thống đã hủy mã đó.' }],
      [
        {
          pairing: 'Đề nghị Trưởng khối cấp mã mới (',
          account: 'Lấy mã mới (',
          setup: 'Đề nghị xin người quản trị mã mới',
        }[what],
        ...(what === 'pairing' ? [code('moi'), ')'] : what === 'account' ? [code('lien_ket'), ')'] : []),
        '; đồng chí gửi mã mới trong cuộc trò chuyện riêng với Hệ thống, không gửi trong nhóm.',
      ],
    ),
  /** To the lead: the assistant was put out of a group of the bloc's. */
  groupLost: (title: string): Said =>
    say(
      [
        'Hệ thống không còn trong nhóm ',
        { bold: title === '' ? 'của khối' : title },
        ' nên không nhắc ở đó nữa; tin nhắc riêng vẫn gửi như trước.',
      ],
      ['Cần dùng lại: thêm Hệ thống vào nhóm. Bỏ hẳn: ', code('bo_nhom'), '.'],
    ),
  nowIn: (bloc: string): Said => say([{ italic: `Đang làm việc trong ${bloc}.` }]),
  /** `link` opens that chat, where the messenger has such links. */
  writePrivately: (name: string, botName: string, link: string | null): Said =>
    say(
      link
        ? [
            'Việc này làm trong cuộc trò chuyện riêng. Đồng chí bấm ',
            { link: 'mở cuộc trò chuyện riêng', url: link },
            ' rồi bấm Bắt đầu.',
          ]
        : [
            'Việc này làm trong cuộc trò chuyện riêng. Đồng chí nhắn riêng cho ',
            { bold: botName },
            ': ',
            code(name),
          ],
    ),
  anonymous: (): Said =>
    say(
      ['Tin nhắn này gửi ẩn danh nên Hệ thống không biết là đồng chí nào và chưa ghi nhận.'],
      ['Đề nghị tắt chế độ quản trị viên ẩn danh (hoặc gửi bằng tên của mình), rồi gửi lại.'],
    ),
  stale: (): Said => passing('Lựa chọn này đã cũ nên chưa được ghi nhận.'),
  /** A button of a question that somebody else was asked, or words under it. */
  anothers: (): Said =>
    passing(
      'Câu hỏi này dành cho đồng chí khác, chưa có gì thay đổi. Đồng chí gõ lệnh của mình để làm việc này.',
    ),
  /** A number that is in two lists, where nobody can press anything. */
  whichQuestion: ([newer, older]: readonly [string, string]): Said =>
    say(
      ['Có tin mới xen vào nên chưa rõ số này trả lời câu nào; chưa có gì thay đổi.'],
      ['Đề nghị đồng chí gõ bằng chữ: “', { bold: older }, '” hoặc “', { bold: newer }, '”.'],
    ),
  /** To whoever did it himself. */
  alreadyDone: (kind: string, at: Date): Said =>
    passing(
      `Việc ${talks[kind] ?? 'này'} đã được thực hiện rồi (đồng chí xác nhận lúc ${formatInstant(at)}); lựa chọn vừa rồi không thay đổi gì thêm.`,
    ),
  /** What the button was about is there no more. */
  buttonGone: (name: string): Said =>
    say([
      'Mục vừa chọn không còn như lúc hiển thị (đã đổi, đã xong hoặc đã bỏ), nên không có gì thay đổi. Xem lại: ',
      code(name),
    ]),
  nothingToCancel: (): Said =>
    say(['Không có việc nào đang mở để hủy. Việc chưa xác nhận thì chưa được thực hiện.']),
  stillOpen: (kind: string): Said =>
    say([{ italic: `Việc ${talk(kind)} vẫn đang mở; đồng chí trả lời tiếp câu hỏi ở trên.` }]),
  parked: (kind: string): Said => say([`Việc ${talk(kind)} được giữ lại. Gõ `, code(kind), ' để tiếp tục.']),
  outdated: (kind: string): Said =>
    say([`Hệ thống vừa được cập nhật nên việc ${talk(kind)} phải bắt đầu lại: `, code(kind)]),
  edited: (): Said => say(['Tin nhắn đã sửa không được ghi nhận lại. Đề nghị đồng chí gửi tin mới.']),
  unsupported: (): Said =>
    say(['Hệ thống không nhận được loại nội dung này. Đồng chí gửi tệp, ảnh hoặc số, ngày văn bản.']),
  filesNotHandedOver: (): Said =>
    say([
      'Ứng dụng này không chuyển tệp, liên kết hay video tới Hệ thống. Để nộp tệp, đồng chí gõ ',
      code('nop_bao_cao'),
      ' và mở liên kết được gửi; ảnh thì gửi thẳng ở đây được.',
    ]),
  fetchFailed: (why: string): Said => say([FETCH_FAILED[isFetchFailure(why) ? why : 'not_fetched']]),
  secret: (): Said =>
    say(
      [{ bold: 'Hệ thống không tiếp nhận tài liệu có độ mật.' }],
      [
        'Nội dung chưa được lưu. Đề nghị đồng chí xóa tin nhắn và gửi theo quy định về bảo vệ bí mật nhà nước.',
      ],
    ),
  apology: (reference: string): Said =>
    say(
      ['Rất tiếc, Hệ thống gặp trục trặc khi xử lý tin nhắn này và chưa ghi nhận được.'],
      ['Đề nghị đồng chí thử lại; nếu vẫn lỗi, báo người quản trị mã ', { code: reference }, '.'],
    ),
};
