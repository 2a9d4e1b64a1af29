import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault, lineAndColumn } from '../../src/load/json-place.ts';

const accepted = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a fault is found exactly where JSON.parse finds one', () => {
  const json = fc.json().filter(text => !/\p{Cc}/u.test(text));
  const cut = fc.tuple(json, fc.nat(), fc.constantFrom('', ',', '}', '"', '0', ' ', '\\', ']]', 'nul'));
  const damaged = cut.map(([text, at, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + (at % 2));
  });
  fc.assert(
    fc.property(fc.oneof(json, damaged), text => {
      const fault = jsonFault(text);
      expect(fault?.code === 'syntax').toBe(!accepted(text));
    }),
    { numRuns: 3000 },
  );
});

test('the place is the first sign that cannot stand there', () => {
  const at = (text: string) => {
    const fault = jsonFault(text);
    return fault && lineAndColumn(text, fault.at);
  };
  expect(at('{"a": 1,}')).toEqual({ line: 1, column: 9 });
  expect(at('{"a": 1 "b": 2}')).toEqual({ line: 1, column: 9 });
  expect(at('{\r\n  "ă": [1, 2\r\n}')).toEqual({ line: 3, column: 1 });
  expect(at('{"a": “1”}')).toEqual({ line: 1, column: 7 });
  expect(at('')).toEqual({ line: 1, column: 1 });
  expect(at('{} x')).toEqual({ line: 1, column: 4 });
  expect(at('{"😀": tru}')).toEqual({ line: 1, column: 7 });
});

test('a key named twice in one object is a fault, in two objects not', () => {
  expect(jsonFault('{"a": {"a": 1}, "b": {"a": 1}}')).toBeNull();
  expect(jsonFault('[{"a": 1, "\\u0061": 2}]')).toEqual({ code: 'key_twice', at: 10, key: 'a' });
});
