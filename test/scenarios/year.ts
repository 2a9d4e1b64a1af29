import type { StoryChat, StoryMessage } from '../support/story-chat.ts';
import { createNarrator } from './narrator.ts';

/** Monday, 08/6/2026, 07:55. */
export const yearClock = '2026-06-08T00:55:00Z x0';

export const yearPlan = `KHỐI THI ĐUA SỐ 01 XÃ ĐÔNG SƠN HẠ
Số: 05/KH-KTĐ01
Đông Sơn Hạ, ngày 12 tháng 5 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua của Khối thi đua số 01 xã Đông Sơn Hạ năm 2026
Khối thi đua số 01 xã Đông Sơn Hạ xây dựng Kế hoạch phát động phong trào thi đua năm 2026 như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: Động viên các đơn vị hoàn thành nhiệm vụ năm 2026.
II. NỘI DUNG
1. Mỗi đơn vị đăng ký ít nhất 01 sáng kiến.
2. Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên.
III. TỔ CHỨC THỰC HIỆN
1. Các đơn vị gửi báo cáo sơ kết về Trưởng khối trước ngày 15/6/2026.
Trên đây là Kế hoạch của Khối thi đua số 01./.
TM. KHỐI THI ĐUA
TRƯỞNG KHỐI
CHÁNH VĂN PHÒNG
Nguyễn Văn An`;

/** What has to be pressed until a plan is written into the year, whatever is asked about it. */
export const ONWARDS = ['Đúng, xem tiếp', 'Trả lời', 'Đã xem', 'Đúng như vậy', 'Ghi vào năm'];

/** The sample bloc's year after its plan was read: what is reached, registered, held and awarded. */
export async function year(chat: StoryChat): Promise<string[]> {
  const persons = await chat.persons();
  const tale = createNarrator(chat, new Map(persons.map(one => [one.id, one.name])));
  /** Says, and presses one after the other what is offered then. */
  const act = async (person: string, text: string, ...labels: string[]): Promise<StoryMessage[]> => {
    let answer = await tale.say(person, person, text);
    for (const label of labels) answer = await tale.press(person, answer, label);
    return answer;
  };

  tale.chapter('Kế hoạch của năm');
  await tale.say('lan', 'lan', '/nap_ke_hoach');
  const file = { name: 'ke-hoach.txt', mime: 'text/plain', bytes: new TextEncoder().encode(yearPlan) };
  let heard = await tale.attachFile('lan', file);
  for (let n = 0; n < 20; n += 1) {
    const next = ONWARDS.find(label => heard.at(-1)?.labels.some(one => one.startsWith(label)));
    if (!next) break;
    heard = await tale.press('lan', heard, next);
  }

  tale.chapter('Chỉ tiêu');
  await act('lan', '/chi_tieu 2 giao Trung tâm HCC', 'Giao');
  await act('phuc', 'chỉ tiêu');
  await act('phuc', '/chi_tieu 2 98,4% đến 5/6, theo Cổng dịch vụ công', 'Ghi');
  await act('lan', '/chi_tieu');

  tale.chapter('Đăng ký thi đua, sáng kiến');
  await act('lan', '/them_han Đăng ký thi đua năm 2026, trước ngày 20/6, tất cả đơn vị', 'Thực hiện');
  const pledge = 'Tập thể Lao động xuất sắc; giao ước số 12/GƯ-TYT ngày 5/6/2026';
  await act('mai', `/dang_ky ${pledge}`, 'Ghi đăng ký');
  await act('lan', '/dang_ky');
  await act('mai', '/sang_kien Số hóa hồ sơ; tác giả: Đặng Thị Mai; hiệu quả: giảm 30% thời gian', 'Đăng ký');
  await act('mai', '/sang_kien 1 đã áp dụng');
  await act('lan', '/chi_tieu 1');

  tale.chapter('Giai đoạn của năm');
  await act('lan', '/giai_doan chuyển sang thực hiện', 'Thực hiện');
  await act('mai', 'đang ở giai đoạn nào');

  tale.chapter('Điển hình');
  await act('mai', '/dien_hinh Tổ tiêm chủng; phụ trách: đồng chí Mai; đến 30/9', 'Ghi');
  await act('mai', '/dien_hinh 1 bồi dưỡng; đến 30/10', 'Ghi');

  tale.chapter('Cuộc họp');
  const agenda = 'kết quả 6 tháng; bình xét';
  await act('lan', `/hop Họp sơ kết; 14:00 ngày 9/6; tại Hội trường; nội dung: ${agenda}`, 'Gửi giấy mời');
  await tale.press('mai', await tale.find('mai', 'mai', 'Dự họp'), 'Dự họp');
  await tale.until({ to: '2026-06-09T09:00:00Z' });
  await act('lan', '/hop 1 có mặt tất cả trừ Phòng Kinh tế', 'Ghi');
  await act('lan', '/hop 1 kết luận Nhất trí đề nghị khen thưởng', 'Ghi');
  await act('lan', '/hop 1 biên bản');

  tale.chapter('Khen thưởng');
  await act('lan', '/khen_thuong Cờ thi đua: Trạm Y tế', 'Ghi đề nghị');
  await act('lan', '/khen_thuong 1 tờ trình số 15/TTr-KTĐ ngày 8/6', 'Ghi');
  await act('lan', '/khen_thuong 1');
  return tale.lines;
}
