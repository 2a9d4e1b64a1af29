import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName, safeMime } from '../../src/core/file-name.ts';
import { asDownload } from '../../src/web/file-name.ts';

const nasty = fc.constantFrom(...'./\\ :"aă\u0306\u202e\u0085\u00a0\r');
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: nasty, maxLength: 300, size: 'max' }),
);

test('whatever a file is called, it can be saved and named in a header', () => {
  fc.assert(
    fc.property(anything, given => {
      const name = safeFileName(given);
      expect(name).toMatch(/^[^\p{Cc}/\\<>:"|?*]+$/u);
      expect(name).not.toMatch(/^\.|^\s|\s$|[.]$/u);
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(safeFileName(name)).toBe(name);
      expect(asDownload(name)).toMatch(/^attachment; filename\*=UTF-8''[\w.~!%+&$#^`|-]+$/);
      expect(decodeURIComponent(asDownload(name).slice("attachment; filename*=UTF-8''".length))).toBe(name);
    }),
  );
});

test('whatever type is claimed, the header holds one type and nothing more', () => {
  fc.assert(fc.property(anything, given => /^[\w.+-]+\/[\w.+-]+$/.test(safeMime(given))));
  expect(safeMime(' Image/PNG; x=1')).toBe('image/png');
  expect(safeMime(undefined)).toBe('application/octet-stream');
});
