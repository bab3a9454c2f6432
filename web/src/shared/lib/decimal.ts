/** An exact decimal: unscaled / 10^scale. Money never passes through a JS number. */
export interface Decimal {
  unscaled: bigint;
  scale: number;
}

const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export function parseDecimal(text: string): Decimal | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const magnitude = BigInt(whole + fraction);
  return { unscaled: sign === "-" ? -magnitude : magnitude, scale: fraction.length };
}

/** Rounds half away from zero, as the server's HALF_UP does. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend) + divisor;
  const magnitude = doubled / (2n * divisor);
  return dividend < 0n ? -magnitude : magnitude;
}

export function toCents(text: string): bigint | null {
  const decimal = parseDecimal(text);
  if (!decimal) return null;
  return divideHalfUp(decimal.unscaled * 100n, 10n ** BigInt(decimal.scale));
}

export function centsText(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sums texts of money exactly; null when any of them is masked or unreadable. */
export function sumMoney(amounts: Iterable<string | null>): string | null {
  let total = 0n;
  for (const amount of amounts) {
    const cents = amount === null ? null : toCents(amount);
    if (cents === null) return null;
    total += cents;
  }
  return centsText(total);
}

export function subtractMoney(left: string, right: string): string | null {
  const a = toCents(left);
  const b = toCents(right);
  return a === null || b === null ? null : centsText(a - b);
}

export function signOf(text: string): -1 | 0 | 1 {
  const unscaled = parseDecimal(text)?.unscaled ?? 0n;
  if (unscaled === 0n) return 0;
  return unscaled < 0n ? -1 : 1;
}
