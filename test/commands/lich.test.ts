import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { linkRoutes } from '../../src/web/links/routes.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { aMilestone, planned } from '../support/planned.ts';
import { plain } from '../support/room-client.ts';

const ORIGIN = 'https://khoi.example.vn';
const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database, { publicUrl: ORIGIN });
const { say, press } = leadChat(room);
const links = linkRoutes({ db: database.app.db, now: engine.clock.now });
const fetchFrom = async (url: string) => links.request(url.replace(ORIGIN, ''));

/** Lines as the standard folds them, put together again; by event. */
const eventsOf = (ics: string) =>
  ics
    .replaceAll(/\r\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map(event =>
      Object.fromEntries(
        event
          .split('\r\n')
          .flatMap(line =>
            line.includes(':') ? [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]] : [],
          ),
      ),
    );

test('deadlines as a file: whole days, one’s own open ones with an alarm on the morning before', async () => {
  const answer = await say('/lich', 'mai');
  const ics = new TextDecoder().decode(await room.download(answer.file?.ref ?? ''));
  expect(answer.file?.name).toBe('lich-han.ics');
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const events = eventsOf(ics);
  const month = events.find(event => event.SUMMARY?.includes('Báo cáo kết quả phong trào'));
  expect(month).toMatchObject({ 'DTSTART;VALUE=DATE': '20260611', TRIGGER: '-PT16H' });
  expect(new Set(events.map(event => event.UID)).size).toBe(events.length);
  expect(plain(answer)).toContain(`Lịch ${events.length} hạn`);
});

test('meetings stand in it with their hour and place, campaigns from their first to their last day', async () => {
  await press(
    await say('/hop Họp sơ kết; 14:00 ngày 18/6; tại Hội trường; nội dung: kết quả'),
    'Gửi giấy mời',
  );
  await press(await say('/hop Họp giao ban; 8:00 ngày 19/6'), 'Gửi giấy mời');
  await press(await say('/hop 2 hủy'), 'Hủy cuộc họp');
  await planned(database, blocs[0] ?? 0, engine.clock.now(), [
    aMilestone({ name: '80 ngày đêm cao điểm', startsOn: day('2026-07-01'), endsOn: day('2026-09-18') }),
    aMilestone({ name: 'Quốc khánh', milestoneKind: 'anniversary', startsOn: day('2026-09-02') }),
    aMilestone({ name: 'Chưa có ngày' }),
  ]);
  const { file } = await say('/lich');
  const ics = new TextDecoder().decode(await room.download(file?.ref ?? ''));
  const events = eventsOf(ics);
  const named = (name: string) => events.find(event => event.SUMMARY === name);
  expect(named('Họp sơ kết')).toMatchObject({
    DTSTART: '20260618T070000Z',
    LOCATION: 'Hội trường',
    DURATION: 'PT1H',
  });
  expect(ics.replaceAll(/\r\n[ \t]/g, '')).toContain('Nội dung: kết quả');
  expect(named('Họp giao ban')).toBeUndefined();
  expect(named('80 ngày đêm cao điểm')).toMatchObject({
    'DTSTART;VALUE=DATE': '20260701',
    'DTEND;VALUE=DATE': '20260919',
  });
  expect(named('Quốc khánh')).toMatchObject({
    'DTSTART;VALUE=DATE': '20260902',
    'DTEND;VALUE=DATE': '20260903',
  });
  expect(named('Chưa có ngày')).toBeUndefined();
});

test('a link for one person follows the deadlines; a newer one ends it, and so does leaving', async () => {
  const file = await say('/lich', 'mai');
  const first = /https:\S+/.exec(plain(await press(file, 'Lấy đường dẫn', 'mai')))?.[0] ?? '';
  const served = await fetchFrom(first);
  expect(served.headers.get('content-type')).toContain('text/calendar');
  const before = eventsOf(await served.text());
  expect(before.some(event => event.SUMMARY?.startsWith('✓'))).toBe(false);

  await say('/nop_bao_cao tháng', 'mai');
  await press(await say('15/BC-TYT ngày 8/6/2026', 'mai'), 'Xác nhận', 'mai');
  const after = eventsOf(await (await fetchFrom(first)).text());
  expect(after.map(event => event.UID).toSorted()).toEqual(before.map(event => event.UID).toSorted());
  expect(after.filter(event => event.SUMMARY?.startsWith('✓ Đã nộp'))).toHaveLength(1);

  const second = /https:\S+/.exec(plain(await say('/lich url', 'mai')))?.[0] ?? '';
  expect((await fetchFrom(first)).status).toBeGreaterThanOrEqual(400);
  expect((await fetchFrom(second.replace('/lich-han.ics', ''))).headers.get('content-type')).toContain(
    'text/html',
  );
  await press(await say('/xoa_du_lieu', 'mai'), 'Xóa dữ liệu', 'mai');
  expect((await fetchFrom(second)).status).toBeGreaterThanOrEqual(400);
});
