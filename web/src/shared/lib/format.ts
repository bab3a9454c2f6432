/** Intl formats decimal strings exactly, without a detour over floating point. */
const amounts = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const rates = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6 });
const counts = new Intl.NumberFormat("en-US");
const currencies = new Map<string, Intl.NumberFormat>();

type NumberText = Intl.StringNumericLiteral;

function currencyFormat(currency: string): Intl.NumberFormat {
  const known = currencies.get(currency);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", { style: "currency", currency });
  currencies.set(currency, made);
  return made;
}

/** A proper minus sign lines up with the digits. */
const withMinus = (text: string) => text.replace("-", "−");

export const formatAmount = (text: string) => withMinus(amounts.format(text as NumberText));
export const formatRate = (text: string) => withMinus(rates.format(text as NumberText));
export const formatCount = (count: number) => counts.format(count);

export function formatMoney(text: string, currency: string): string {
  return withMinus(currencyFormat(currency).format(text as NumberText));
}

/** Money with an explicit sign, for differences. */
export function formatDifference(text: string, currency: string): string {
  const shown = formatMoney(text, currency);
  return /[1-9]/.test(text) && !text.startsWith("-") ? `+${shown}` : shown;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
