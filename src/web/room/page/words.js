/** Every sentence of the page. */

/** New messages in one chat; a private one has no group. @typedef {{count: number, group: string | null}} News */

/** The number stays with its word where the line wraps. @param {News} news */
const newsAt = ({ count, group }) => `${count}\u00a0tin ${group === null ? 'riêng' : `ở ${group}`}`;

export const words = {
  room: 'Phòng thử',
  title: (/** @type {string} */ name, /** @type {string} */ bot) => `${name} · ${bot}`,
  skip: 'Tới ô soạn tin',

  youAre: 'Đồng chí đang là',
  noUnit: 'Chưa thuộc đơn vị nào',
  switchPerson: 'Chọn vai khác',
  people: 'Đồng chí muốn vào vai ai?',
  searchPeople: 'Tìm theo tên, đơn vị, chức vụ',
  noSuchPerson: 'Không có ai khớp. Đồng chí có thể thêm người mới.',
  current: 'đang chọn',
  addPerson: 'Thêm người mới',
  newName: 'Họ và tên người mới',
  nameNeeded: 'Đề nghị nhập họ và tên.',
  /** Letters a name may have. */
  nameTooLong: (/** @type {number} */ most) => `Họ và tên dài quá ${most} ký tự.`,
  add: 'Thêm',
  close: 'Đóng',
  cancel: 'Hủy',

  newGroup: 'Tạo nhóm',
  groupTitle: 'Tên nhóm',
  everybody: 'Chọn tất cả',
  makeGroup: (/** @type {number} */ count) => `Tạo nhóm ${count} người và Trợ lý`,
  titleNeeded: 'Đề nghị nhập tên nhóm.',
  titleTooLong: (/** @type {number} */ most) => `Tên nhóm dài quá ${most} ký tự.`,
  nobodyYet: 'Phòng thử chưa có ai. Đồng chí nhập họ tên để bắt đầu.',

  chats: 'Trò chuyện',
  noMessages: 'Chưa có tin nhắn',
  you: 'Đồng chí',
  unread: (/** @type {number} */ count) => `${count} tin chưa đọc`,
  members: (/** @type {number} */ count) => `${count} thành viên và Trợ lý`,
  botKind: 'Trợ lý tự động của khối thi đua',
  botTag: 'Trợ lý',
  back: 'Về danh sách trò chuyện',
  log: (/** @type {string} */ title) => `Tin nhắn: ${title}`,
  pickChat: 'Chọn một cuộc trò chuyện để bắt đầu.',
  emptyGroup: 'Nhóm chưa có tin nhắn. Đồng chí gửi lời chào đầu tiên.',
  loading: 'Đang mở…',
  loadFailed: 'Chưa mở được cuộc trò chuyện.',
  retry: 'Thử lại',

  hello: (/** @type {string} */ name) => `Chào đồng chí ${name}`,
  welcome: (/** @type {string} */ bot) =>
    `Đây là cuộc trò chuyện riêng với ${bot}. Đồng chí có thể vào vai bất kỳ ai trong khối và cho đồng hồ chạy tới kỳ hạn.`,
  tryThis: 'Đồng chí thử một việc:',

  edited: 'đã sửa',
  sending: 'đang gửi',
  quoteGone: 'Tin nhắn không còn',
  photo: 'Ảnh',
  table: 'Bảng',
  download: (/** @type {string} */ name) => `Tải xuống ${name}`,
  chosen: 'đã chọn',
  actions: 'Thao tác với tin nhắn',
  reply: 'Trả lời',
  copy: 'Sao chép',
  copied: 'Đã sao chép.',
  edit: 'Sửa',
  useCommand: (/** @type {string} */ command) => `Đưa lệnh ${command} vào ô soạn tin`,
  saidBy: (/** @type {string} */ name, /** @type {string} */ text) => `${name}: ${text}`,
  newBelow: (/** @type {number} */ count) => `${count} tin mới`,
  toBottom: 'Xuống tin mới nhất',
  unreadFrom: 'Tin chưa đọc',

  write: 'Nhắn tin hoặc gõ /',
  writeLabel: 'Nội dung tin nhắn',
  send: 'Gửi',
  save: 'Lưu sửa',
  attach: 'Đính kèm tệp',
  commands: 'Chọn lệnh',
  commandList: 'Các lệnh',
  mentionList: 'Nhắc tên',
  replyingTo: (/** @type {string} */ name) => `Trả lời ${name}`,
  editing: 'Đang sửa tin nhắn',
  dropHere: 'Thả tệp vào đây để đính kèm',
  remove: (/** @type {string} */ name) => `Bỏ tệp ${name}`,
  tryUploadAgain: (/** @type {string} */ name) => `Tải lại tệp ${name}`,
  uploading: (/** @type {number} */ percent) => `đang tải ${percent}%`,
  uploadFailed: 'chưa tải được',
  uploadsFailed: 'Còn tệp chưa tải lên được. Đề nghị thử lại hoặc bỏ tệp đó.',
  fileTooLarge: (/** @type {string} */ name) => `“${name}” lớn hơn 20 MB. Đề nghị nén hoặc tách tệp.`,
  fileEmpty: (/** @type {string} */ name) => `“${name}” không có nội dung. Đề nghị chọn lại tệp.`,
  tooManyFiles: 'Mỗi tin nhắn đính kèm tối đa 10 tệp.',
  textTooLong: (/** @type {number} */ over) =>
    `Tin nhắn dài quá 4096 ký tự, thừa ${over}. Đề nghị rút ngắn hoặc gửi thành tệp.`,
  pastedPhoto: (/** @type {string} */ ending) => `anh-dan.${ending}`,

  clock: 'Đồng hồ của phòng',
  hour: '+1 giờ',
  day: '+1 ngày',
  next: 'Tới việc kế tiếp',
  arrived: (/** @type {string} */ when, /** @type {News[]} */ news, /** @type {number} */ others) => {
    const here = news.length === 0 ? ['không có tin mới'] : news.map(newsAt);
    return `Đã tới ${when}: ${[...here, ...(others > 0 ? [`${others} vai khác có tin`] : [])].join('; ')}`;
  },

  reconnecting: 'Đang kết nối lại…',
  network: 'Chưa kết nối được với phòng thử. Đề nghị thử lại.',
  unclear: 'Phòng thử trả lời không rõ. Đề nghị thử lại.',
  cannotStart: 'Chưa mở được phòng thử.',

  /** From Monday. */
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  weekdaysShort: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
};
