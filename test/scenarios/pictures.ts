import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { launchBrowser } from '../browser/browser.ts';
import { freePort } from '../support/free-port.ts';
import { codesIn, six } from '../support/made-bloc.ts';
import { plain, type RoomClient, type RoomMessage, roomClient } from '../support/room-client.ts';
import { startRoom } from '../support/room-process.ts';
import { ONWARDS, yearPlan } from './year.ts';

/** `npm run guide:pictures`: the guide's pictures, taken anew from the room while the guide's own steps are played. */
const FOLDER = join(projectRoot(), 'docs/images/huong-dan');

/** A chat as on a phone, without the strip by which the room's player changes persons and time. */
const AS_A_PHONE = '.stage, .unread-line { display: none !important; }';

interface Scene {
  /** Of the picture and of whose chat it is. */
  name: string;
  person: string;
  chat?: string;
  /** Messages from the end that it shows. */
  last: number;
  play(room: RoomClient): Promise<unknown>;
}

const press = async (room: RoomClient, person: string, messages: RoomMessage[], label: string) => {
  const under = messages.at(-1);
  if (!under) throw new Error(`nothing to press ${label} under`);
  return room.press(person, under, label);
};

const sample: readonly Scene[] = [
  {
    name: 'ghep-noi',
    person: 'linh',
    last: 2,
    play: async room => {
      const [code = ''] = codesIn(await room.say('lan', 'lan', '/moi 3 đầu mối'), 'K');
      await room.say('linh', 'linh', code);
    },
  },
  { name: 'han', person: 'ha', last: 2, play: room => room.say('ha', 'ha', 'hạn') },
  {
    name: 'nop-bao-cao',
    person: 'ha',
    last: 2,
    play: async room => {
      await room.say('ha', 'ha', 'nộp báo cáo tháng');
      await room.say('ha', 'ha', '31/BC-VHXH ngày 8/6');
    },
  },
  {
    name: 'bien-nhan',
    person: 'mai',
    last: 2,
    play: async room => {
      await room.say('mai', 'mai', 'nộp báo cáo tháng');
      const review = await room.say('mai', 'mai', '15/BC-TYT ngày 8/6');
      await press(room, 'mai', review, 'Xác nhận');
    },
  },
  {
    name: 'tra-lai',
    person: 'lan',
    last: 3,
    play: async room => {
      const shown = await room.say('lan', 'lan', '/tra_lai Trạm Y tế: thiếu biểu số 2');
      await press(room, 'lan', shown, 'Trả lại');
    },
  },
  {
    name: 'them-han',
    person: 'lan',
    last: 2,
    play: room => room.say('lan', 'lan', '/them_han Báo cáo 6 tháng, trước ngày 26/6, tất cả đơn vị'),
  },
  {
    name: 'nhom',
    person: 'ha',
    chat: 'group',
    last: 1,
    play: room => room.clock({ next: true }),
  },
];

/** The lead types, and presses what is offered then, one after the other. */
const act = async (room: RoomClient, text: string, ...labels: string[]) => {
  let answer = await room.say('lan', 'lan', text);
  for (const label of labels) answer = await press(room, 'lan', answer, label);
};

const throughTheYear: readonly Scene[] = [
  {
    name: 'chi-tieu',
    person: 'lan',
    last: 1,
    play: async room => {
      await room.say('lan', 'lan', '/nap_ke_hoach');
      const bytes = new TextEncoder().encode(yearPlan);
      let heard = await room.attach('lan', 'lan', [{ name: 'ke-hoach.txt', bytes, mime: 'text/plain' }]);
      for (let n = 0; n < 20; n++) {
        const offered =
          heard
            .at(-1)
            ?.options?.flat()
            .map(one => one.label) ?? [];
        const next = ONWARDS.find(label => offered.some(one => one.startsWith(label)));
        if (!next) break;
        heard = await press(room, 'lan', heard, next);
      }
      await act(room, '/chi_tieu 2 98,4% đến 5/6, theo Cổng dịch vụ công', 'Ghi');
      await room.say('mai', 'mai', '/sang_kien Số hóa hồ sơ sức khỏe; hiệu quả: giảm 30% thời gian');
      await press(room, 'mai', await room.messages('mai', 'mai'), 'Đăng ký');
      await room.say('lan', 'lan', '/chi_tieu');
    },
  },
  {
    name: 'giai-doan',
    person: 'lan',
    last: 1,
    play: async room => {
      await act(room, '/giai_doan chuyển sang phát động', 'Thực hiện');
      await act(room, '/giai_doan tự chấm từ 1/11', 'Thực hiện');
      await act(room, '/giai_doan chuyển sang đăng ký', 'Thực hiện');
      await room.say('lan', 'lan', '/giai_doan');
    },
  },
  {
    name: 'hop',
    person: 'mai',
    last: 1,
    play: room =>
      act(
        room,
        '/hop Họp sơ kết 6 tháng; 14:00 ngày 20/6; tại Hội trường UBND xã; nội dung: kết quả 6 tháng; bình xét',
        'Gửi giấy mời',
      ),
  },
  {
    name: 'binh-xet',
    person: 'lan',
    last: 1,
    play: room => act(room, '/binh_xet Cờ thi đua năm 2026: Phòng Kinh tế; Trạm Y tế; chọn 1'),
  },
  {
    name: 'khen-thuong',
    person: 'lan',
    last: 1,
    play: async room => {
      await act(room, 'hủy');
      await act(room, '/khen_thuong Cờ thi đua: Trạm Y tế', 'Ghi đề nghị');
      await act(room, '/khen_thuong 1 tờ trình số 15/TTr-KTĐ ngày 5/6', 'Ghi');
      await room.say('lan', 'lan', '/khen_thuong 1');
    },
  },
  {
    name: 'ban-giao',
    person: 'lan',
    last: 1,
    play: room => act(room, '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1/2027'),
  },
];

const setUp = (code: string): readonly Scene[] => [
  {
    name: 'thiet-lap',
    person: 'u1',
    last: 1,
    play: async room => {
      for (const text of [
        code,
        'Khối thi đua số 02 xã Hà Bắc',
        'Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng',
        six,
      ])
        await room.say('u1', 'u1', text);
    },
  },
];

/** As high as what it shows, from the top of that message to the composer. */
const HEIGHT_FROM = (id: string) => `(() => {
  const log = document.querySelector('[data-testid=log]');
  const top = document.querySelector('[data-id="${id}"]').getBoundingClientRect().top;
  const shown = log.getBoundingClientRect();
  return Math.ceil(log.scrollTop + log.scrollHeight - log.scrollTop - (top - shown.top + log.scrollTop)
    + innerHeight - shown.height + 14);
})()`;

/** Smaller by far than a PNG, and as sharp. */
const AS_WEBP = (png: string) => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${png}';
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.82).split(',')[1];
})()`;

async function picture(page: Page, url: string, room: RoomClient, scene: Scene): Promise<void> {
  const { chats } = await room.state();
  const chat = (scene.chat ? chats.find(one => one.kind === scene.chat)?.id : scene.person) ?? '';
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('about:blank');
  await page.goto(`${url}/room#${new URLSearchParams({ p: scene.person, c: chat })}`);
  await page.getByTestId('compose').waitFor();
  const before = (await room.messages(chat, scene.person)).length;
  await scene.play(room);
  const said = await room.messages(chat, scene.person);
  if (said.length === before) throw new Error(`nothing came of ${scene.name}`);
  const shown = said.at(-scene.last);
  await page.locator(`[data-id="${said.at(-1)?.id}"]`).waitFor();
  await page.addStyleTag({ content: AS_A_PHONE });
  await page.evaluate(`document.querySelector('[data-testid=log]').scrollTop = 1e9`);
  const height = z.number().parse(await page.evaluate(HEIGHT_FROM(shown?.id ?? '')));
  await page.setViewportSize({ width: 390, height });
  await page.evaluate(`document.querySelector('[data-testid=log]').scrollTop = 1e9`);
  await keep(page, scene.name, await page.screenshot());
}

async function keep(page: Page, name: string, png: Uint8Array): Promise<void> {
  const webp = z.string().parse(await page.evaluate(AS_WEBP(Buffer.from(png).toString('base64'))));
  const bytes = Buffer.from(webp, 'base64');
  await writeFile(join(FOLDER, `${name}.webp`), bytes);
  console.log(`${name}.webp ${Math.round(bytes.length / 1024)} KB`);
}

/** What each unit gives itself, over twelve criteria. */
const SHEETS: Record<string, readonly string[]> = {
  lan: ['19', '11', '8', '10', '8', '6', '8', '7', '5', '6', '4', '3'],
  tuan: ['18', '11,5', '7', '9,5', '7', '6', '8', '5', '4,5', '5', '5', '2,5'],
  ha: ['20', '12', '7,5', '9', '8,5', '5', '7', '7', '5', '7', '5', '3'],
  phuc: ['17', '10', '8', '10', '8,5', '6,5', '8', '7', '4', '4', '3', '3'],
  mai: ['18', '11', '7', '9', '7', '5', '8', '6', '5', '5', '4', '2'],
};

/** The sheet on one page half-way through, and the ranking once the units have scored themselves. */
async function scores({ page, url, room }: Stage): Promise<void> {
  const offered = (await room.say('thang', 'thang', '/cham_diem trang')).map(plain).join();
  const link = /http:\S+\/l\/[\w-]+/.exec(offered)?.[0];
  if (!link) throw new Error(`no page: ${offered}`);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(link);
  for (const [n, typed] of ['18', '11,5', '9'].entries()) {
    await page.locator('.criterion .answer').nth(n).fill(typed);
    await page.locator('.criterion[data-mood]').nth(n).waitFor();
  }
  await page.getByText('tối đa 8 điểm').waitFor();
  await keep(page, 'cham-diem-trang', await page.screenshot());

  for (const [person, answers] of Object.entries(SHEETS)) {
    await room.say(person, person, '/cham_diem');
    for (const answer of answers) await room.say(person, person, answer);
    await press(room, person, await room.messages(person, person), 'Gửi bản chấm');
  }
  const before = Math.max(0, ...(await room.messages('lan', 'lan')).map(one => one.seq));
  await room.say('lan', 'lan', '/xep_hang');
  await room.clock({ by: 1 });
  const files = (await room.messages('lan', 'lan', before)).flatMap(one => (one.file ? [one.file] : []));
  const [file] = files;
  if (!file) throw new Error('no ranking');
  await page.goto(url);
  await keep(page, 'xep-hang', await room.download(file.ref));
}

interface Stage {
  page: Page;
  url: string;
  room: RoomClient;
  code: string;
}

const all =
  (scenes: (code: string) => readonly Scene[]) =>
  async ({ page, url, room, code }: Stage): Promise<void> => {
    for (const scene of scenes(code)) await picture(page, url, room, scene);
  };

async function play(
  how: Parameters<typeof startRoom>[0],
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  const process = await startRoom(how);
  const browser = await launchBrowser();
  try {
    const room = roomClient(process.url);
    if (process.setupCode) await room.call('POST', '/persons', { name: 'Đỗ Thị Minh Nguyệt' });
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      bypassCSP: true,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await act({ page, url: process.url, room, code: process.setupCode ?? '' });
  } finally {
    await browser.close();
    await process.stop();
  }
}

await mkdir(FOLDER, { recursive: true });
const clock = '2026-06-08T00:55:00Z x0';
await play(
  { clock },
  all(() => sample),
);
await play(
  { clock },
  all(() => throughTheYear),
);
await play({ clock, setupCode: true }, all(setUp));
const port = await freePort();
await play({ clock, port, env: { PUBLIC_URL: `http://127.0.0.1:${port}` } }, scores);
