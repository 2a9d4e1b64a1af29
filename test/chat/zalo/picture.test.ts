import { afterAll, expect, test } from 'vitest';
import { fetchPicture, mayFetch } from '../../../src/chat/zalo/picture.ts';
import { fakeZalo } from '../../support/zalo/fake-zalo.ts';

const fake = await fakeZalo();
afterAll(fake.close);
const API = 'https://bot-api.zaloplatforms.com';

test.each([
  ['https://photo-stal-1.zdn.vn/a.jpg', true],
  ['https://zadn.vn/a.jpg?x=1', true],
  ['http://photo.zdn.vn/a.jpg', false],
  ['https://zdn.vn.evil.example/a.jpg', false],
  ['https://evilzdn.vn/a.jpg', false],
  ['https://photo.zdn.vn:8443/a.jpg', false],
  ['https://a@photo.zdn.vn/a.jpg', false],
  ['https://127.0.0.1/a.jpg', false],
  ['http://169.254.169.254/latest', false],
  ['file:///etc/passwd', false],
  ['photo.zdn.vn', false],
])('%s may be fetched: %s', (address, allowed) => {
  expect(mayFetch(address, API)).toBe(allowed);
});

test('a picture comes whole, and not at all beyond the limit or through a redirect', async () => {
  const lan = fake.person('Lan');
  const bytes = Uint8Array.from({ length: 5_000 }, (_, n) => n % 256);
  await fake.showsPicture(lan, lan, bytes, '');
  const [path = ''] = fake.world.pictures.keys();
  const address = fake.apiRoot + path;
  expect(new Uint8Array(await fetchPicture(address, fake.apiRoot, 5_000))).toEqual(bytes);
  await expect(fetchPicture(address, fake.apiRoot, 4_999)).rejects.toThrow(RangeError);
  await expect(fetchPicture(address, API, 5_000)).rejects.toThrow('not allowed');
  await expect(fetchPicture(`${fake.apiRoot}/pictures/none`, fake.apiRoot, 10)).rejects.toThrow('HTTP');
});
