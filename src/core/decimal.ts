import { z } from 'zod';
import { type Fraction, fraction } from './fraction.ts';

/** An exact number as people enter targets and results: `375700.5`. Canonical, so that equal ones are equal texts. */
export type Decimal = string & { readonly __brand: 'Decimal' };

const DECIMAL = /^(0|[1-9]\d{0,14})(?:\.(\d{0,5}[1-9]))?$/;

/** True for digits without leading zeros and at most six decimals without trailing ones; never below zero. */
export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text);
}

/** @throws RangeError where `text` is no canonical decimal. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  return text;
}

export const decimalSchema = z.string().refine(isDecimal);

export function fractionOf(value: Decimal): Fraction {
  const [whole = '', part = ''] = value.split('.');
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function isWhole(value: Decimal): boolean {
  return !value.includes('.');
}
