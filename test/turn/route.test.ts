import { describe, expect, it, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { day } from '../../src/core/day.ts';
import { type RouteFacts, route } from '../../src/turn/route.ts';

const alone: RouteFacts = {
  talking: false,
  takesThanks: false,
  private: true,
  botName: 'Trợ lý Khối',
  vocabulary: commands,
  today: day('2026-06-08'),
};
const said = (text: string, facts: Partial<RouteFacts> = {}) => {
  const [, name, words = ''] = /^\/(\S+) ?(.*)$/.exec(text) ?? [];
  const body = name
    ? ({ kind: 'command', name, words } as const)
    : ({ kind: 'text', text, addressed: true, repliesTo: null } as const);
  const found = route(body, { ...alone, ...facts });
  if (found.kind === 'command') return `/${found.name} ${found.words}`.trim();
  return found.kind === 'mistyped' ? `? ${found.name ?? ''}`.trim() : found.kind;
};

describe('alone with somebody, without a slash', () => {
  it.each([
    ['nộp đăng ký thi đua', '/nop_bao_cao đăng ký thi đua'],
    ['nộp kế hoạch', '/nop_bao_cao kế hoạch'],
    [
      'them han ke hoach cua don vi, cham nhat 5/2, tat ca',
      '/them_han ke hoach cua don vi, cham nhat 5/2, tat ca',
    ],
    ['trả lại báo cáo của phòng kinh tế giúp tôi', '/tra_lai của phòng kinh tế giúp tôi'],
    ['vắng mặt từ 18/1 đến 22/1, thay: Yến', '/vang_mat từ 18/1 đến 22/1, thay: Yến'],
    ['15/BC-TYT ngày 11/6', '/nop_bao_cao 15/BC-TYT ngày 11/6'],
  ])('what begins like an order is one: %s', (text, order) => {
    expect(said(text)).toBe(order);
  });

  it.each([
    ['nộp rồi', '? nop_bao_cao'],
    ['nộp báo cáo tháng rồi nhé', '?'],
    ['điểm danh', '? diem'],
    ['điểm danh sáng mai nhé các đồng chí', '?'],
    ['tôi sẽ gửi sau cuộc họp', '?'],
    ['hạn chế của đơn vị là thiếu minh chứng', '?'],
  ])('what is only talk is not: %s', (text, answer) => {
    expect(said(text)).toBe(answer);
  });
});

describe('in an open conversation', () => {
  it.each(['cảm ơn', 'Cảm ơn đồng chí nhiều nhé', 'đã rõ ạ', 'ok cảm ơn', '👍', 'da xem'])(
    'thanks are never an answer: %s',
    text => expect(said(text, { talking: true })).toBe('thanks'),
  );
  it.each(['vâng', 'ok', 'đồng ý', 'tốt', 'dạ', 'rõ ràng, đầy đủ', '15/BC-TYT, cảm ơn'])(
    'what may be one is: %s',
    text => expect(said(text, { talking: true })).toBe('input'),
  );
});

test('in a group, a sentence is no order and a number is no report', () => {
  expect(said('nộp đăng ký thi đua của đơn vị', { private: false })).toBe('?');
  expect(said('15/BC-TYT ngày 11/6', { private: false })).toBe('?');
});

test('in an open conversation only a slash leaves it', () => {
  expect(said('thêm hạn báo cáo quý, 25/6', { talking: true })).toBe('input');
  expect(said('15/BC-TYT', { talking: true })).toBe('input');
  expect(said('/thêm hạn báo cáo quý, 25/6', { talking: true })).toBe('/them_han báo cáo quý, 25/6');
});
