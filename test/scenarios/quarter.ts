import type { StoryChat, StoryMessage } from '../support/story-chat.ts';
import { setUp } from './set-up.ts';

/** Monday, 04/01/2027, 07:55: a year begins, and nobody has announced yet how long Tết will be off. */
export const quarterClock = '2027-01-04T00:55:00Z x0';

/** A real bloc of a commune, set up by chat alone, lives the first quarter of its year. */
export async function quarter(chat: StoryChat, code: string): Promise<string[]> {
  const { tale, people, group } = await setUp(chat, code);
  const [nguyet, dang, thu, loi, khanh, yen, trang, minh, luc, hoa, huy, thao] = people;
  const places = [[group, nguyet], ...people.map(person => [person, person] as const)] as const;

  /** Says, and presses one after the other what is offered then. */
  const act = async (person: string, text: string, ...labels: string[]): Promise<StoryMessage[]> => {
    let answer = await tale.say(person, person, text);
    for (const label of labels) answer = await tale.press(person, answer, label);
    return answer;
  };
  const lead = (text: string, ...labels: string[]) => act(nguyet, text, ...labels);
  const look = (person: string) => tale.look(person, person);
  /** Everybody has read what there is, and time goes on. */
  const on = async (to: string): Promise<void> => {
    await read();
    await tale.until({ to });
  };
  const read = async (): Promise<void> => {
    for (const [place, person] of places) await tale.mark(place, person);
  };
  /** Files as the others did, without its being told. */
  const alike = async (person: string, report: string, document: string): Promise<void> => {
    await chat.say(person, person, report);
    const [review] = (await chat.say(person, person, document)).slice(-1);
    if (review) await chat.press(person, review, 'Xác nhận');
  };

  tale.chapter('Thứ Hai, 04/01: giao hạn của quý');
  await read();
  await lead('/them_han Đăng ký thi đua năm 2027, trước ngày 23/1, tất cả đơn vị', 'Thực hiện');
  await tale.look(group, khanh);
  await look(khanh);
  await lead('thêm hạn Kế hoạch thi đua của đơn vị, chậm nhất ngày 5/2, đơn vị 2, 3, 4, 5, 6', 'Thực hiện');
  await lead('/them_han Báo cáo thi đua quý I, hạn 19/3, tất cả đơn vị', 'Thực hiện');
  const own = 'khối, gửi Hội đồng Thi đua - Khen thưởng xã Hà Bắc';
  await lead(`/them_han Báo cáo tổng hợp quý I, 26/3, ${own}`, 'Thực hiện');
  await lead('/them_han Bình xét thi đua quý I, chưa có ngày', 'Thực hiện');

  tale.chapter('Trưởng khối hủy nhầm một hạn, và rút lại');
  await read();
  await lead('/huy_han đăng ký');
  const cancelled = await act(nguyet, 'nhập trùng', 'Thực hiện');
  await tale.press(nguyet, cancelled, 'Hoàn tác');
  await tale.look(group, thu);

  tale.chapter('Tết: chưa có thông báo, Hệ thống hỏi Trưởng khối');
  await tale.until({ next: true });
  await tale.press(nguyet, await tale.find(nguyet, nguyet, 'Nghỉ cả 5 ngày'), 'Nghỉ cả 5 ngày');

  tale.chapter('Tuần thứ hai: đơn vị nộp, bị trả lại, nộp lại');
  await on('2027-01-13T01:00:00Z');
  await look(thu);
  await read();
  let answer = await tale.attach(thu, 'Dang ky thi dua 2027.pdf', 'Đăng ký thi đua năm 2027');
  answer = await tale.press(thu, answer, 'Đăng ký thi đua năm 2027');
  await tale.press(thu, answer, 'Xác nhận');
  await look(nguyet);
  await read();
  await lead('trả lại Phòng Văn hóa - Xã hội: chưa ghi chỉ tiêu số 3', 'Trả lại');
  answer = await tale.press(thu, await look(thu), 'Nộp lại');
  await tale.press(thu, answer, 'Bỏ các tệp');
  answer = await tale.attach(
    thu,
    'Dang ky thi dua 2027 (bo sung).pdf',
    'Đăng ký thi đua năm 2027, đủ chỉ tiêu',
  );
  await read();
  await tale.press(thu, answer, 'Xác nhận');
  answer = await tale.press(nguyet, await look(nguyet), 'Mở báo cáo');
  await read();
  await tale.press(nguyet, answer, 'Tiếp nhận');
  await look(thu);

  tale.chapter('Đầu mối nghỉ phép, có người thay');
  await act(khanh, 'vắng mặt từ 18/1 đến 22/1, thay: Yến', 'Thực hiện');
  await look(yen);
  await on('2027-01-18T10:00:00Z');
  await on('2027-01-19T01:00:00Z');
  await look(yen);
  await tale.silence([[khanh, khanh]]);
  await act(yen, '15/ĐK-KT ngày 19/1', 'Đăng ký thi đua năm 2027', 'Xác nhận');

  tale.chapter('Gia hạn cho một đơn vị, ghi nhận hộ một đơn vị');
  await read();
  const reason = 'vì đang kiện toàn nhân sự';
  await lead(`/gia_han đăng ký, Trung tâm Dịch vụ sự nghiệp công, 26/1, ${reason}`, 'Thực hiện');
  await look(luc);
  await tale.look(group, luc);
  await read();
  const record = '/ghi_nhan Trung tâm Phục vụ hành chính công 21/ĐK-PVHCC 18/1';
  await lead(record, 'Đăng ký thi đua năm 2027', 'Ghi nhận');
  await look(trang);
  await alike(dang, 'nộp đăng ký thi đua', '07/ĐK-VP ngày 19/1');
  tale.note('Văn phòng HĐND và UBND xã nộp đăng ký.');

  tale.chapter('Ngày cuối, và một đơn vị trễ');
  await on('2027-01-22T01:00:00Z');
  await look(huy);
  await on('2027-01-25T01:00:00Z');
  await look(huy);
  await look(nguyet);
  await tale.look(group, khanh);
  await act(huy, 'nộp đăng ký thi đua');
  await act(huy, '11/ĐK-BQLDA ngày 25/1', 'Xác nhận');
  await on('2027-01-26T02:30:00Z');
  await act(luc, '09/ĐK-TTDV 26/1', 'Đăng ký thi đua năm 2027', 'Xác nhận');
  await lead('/tien_do đăng ký');

  tale.chapter('Hạn rơi vào Tết được dời');
  await read();
  await lead('/doi_han kế hoạch thi đua, chậm nhất 26/2', 'Thực hiện');
  await tale.look(group, khanh);
  await on('2027-02-03T10:00:00Z');
  await on('2027-02-10T16:00:00Z');
  await tale.silence(places);
  await tale.until({ to: '2027-02-11T01:00:00Z' });
  await tale.look(group, khanh);

  tale.chapter('Tháng 2: kế hoạch của các đơn vị');
  await on('2027-02-17T01:00:00Z');
  await look(minh);
  await act(minh, 'nộp kế hoạch thi đua');
  await act(minh, '05/KH-PVHCC ngày 17/2', 'Xác nhận');
  await alike(thu, 'nộp kế hoạch thi đua', '12/KH-VHXH ngày 17/2');
  await alike(khanh, 'nộp kế hoạch thi đua', '08/KH-KT ngày 17/2');
  await alike(hoa, 'nộp kế hoạch thi đua', '03/KH-TTDV ngày 17/2');
  await alike(thao, 'nộp kế hoạch thi đua', '06/KH-BQLDA ngày 17/2');
  tale.note('Bốn đơn vị còn lại nộp cùng ngày.');
  await lead('/tien_do kế hoạch');

  tale.chapter('Tháng 3: báo cáo quý, Trưởng khối nhắc thêm một lần lúc tối muộn');
  await on('2027-03-16T14:00:00Z');
  await alike(dang, 'nộp báo cáo thi đua quý I', '31/BC-VP ngày 16/3');
  await alike(loi, 'nộp báo cáo thi đua quý I', '24/BC-VHXH ngày 16/3');
  await alike(yen, 'nộp báo cáo thi đua quý I', '19/BC-KT ngày 16/3');
  tale.note('Ba đơn vị đã nộp.');
  await lead('/nhac thi đua quý I', 'Sáng');
  await on('2027-03-17T01:00:00Z');
  await look(hoa);
  await act(hoa, 'nộp báo cáo thi đua quý I');
  await act(hoa, '14/BC-TTDV ngày 17/3', 'Xác nhận');
  await alike(trang, 'nộp báo cáo thi đua quý I', '28/BC-PVHCC ngày 17/3');
  await alike(huy, 'nộp báo cáo thi đua quý I', '22/BC-BQLDA ngày 17/3');
  tale.note('Hai đơn vị còn lại nộp cùng ngày.');

  tale.chapter('Cuối quý: bình xét có ngày, báo cáo của khối, bảng tổng hợp');
  await read();
  await lead('/doi_han bình xét, ngày 30/3', 'Thực hiện');
  await tale.look(group, khanh);
  await on('2027-03-26T01:00:00Z');
  await look(nguyet);
  await act(nguyet, 'nộp báo cáo tổng hợp quý I');
  await act(nguyet, '40/BC-KTĐ ngày 26/3', 'Xác nhận');
  await tale.say(group, thu, '/han');
  await lead('/tong_hop_nop cả năm');
  return tale.lines;
}
