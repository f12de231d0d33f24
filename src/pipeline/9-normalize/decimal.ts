/**
 * Exact decimal arithmetic on plain digits ("1460000000", "0.05"): no floating point, no exponent, no sign.
 * Every result is canonical: no leading zeros but one before the point, no trailing zeros behind it.
 */

interface Scaled {
  readonly digits: bigint;
  /** Digits behind the point. */
  readonly places: number;
}

function scaled(decimal: string): Scaled {
  const point = decimal.indexOf('.');
  if (point < 0) return { digits: BigInt(decimal), places: 0 };
  return { digits: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), places: decimal.length - point - 1 };
}

function plain({ digits, places }: Scaled): string {
  const padded = digits.toString().padStart(places + 1, '0');
  return canonical(`${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`);
}

/** "007.50" → "7.5", "5.0" → "5", ".5" → "0.5" */
export function canonical(decimal: string): string {
  const point = decimal.indexOf('.');
  let last = decimal.length;
  if (point >= 0) {
    while (decimal[last - 1] === '0') last -= 1;
    if (last - 1 === point) last = point;
  }
  const wholeEnd = point >= 0 ? point : decimal.length;
  let first = 0;
  while (first < wholeEnd - 1 && decimal[first] === '0') first += 1;
  return (point === 0 ? '0' : '') + decimal.slice(first, last);
}

/** `decimal` × 10^`power`; a negative power moves the point to the left. */
export function timesTenTo(decimal: string, power: number): string {
  if (power === 0) return canonical(decimal);
  const { digits, places } = scaled(decimal);
  if (power >= places) return plain({ digits: digits * 10n ** BigInt(power - places), places: 0 });
  return plain({ digits, places: places - power });
}

export function multiply(left: string, right: string): string {
  const a = scaled(left);
  const b = scaled(right);
  return plain({ digits: a.digits * b.digits, places: a.places + b.places });
}

export function add(left: string, right: string): string {
  const [a, b, places] = aligned(left, right);
  return plain({ digits: a + b, places });
}

/** `left` ÷ `right`, rounded half up to `places` digits behind the point; `right` is not zero. */
export function divide(left: string, right: string, places: number): string {
  const [a, b] = aligned(left, right);
  return plain({ digits: (a * 10n ** BigInt(places) * 2n + b) / (b * 2n), places });
}

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compare(left: string, right: string): number {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

function aligned(left: string, right: string): readonly [bigint, bigint, number] {
  const a = scaled(left);
  const b = scaled(right);
  const places = Math.max(a.places, b.places);
  return [a.digits * 10n ** BigInt(places - a.places), b.digits * 10n ** BigInt(places - b.places), places];
}
