/**
 * The keys of entities cut into slices of about the same size: they are digests
 * in base64url, so every beginning is as likely as any other.
 */

/** `from` belongs to it, `to` does not; absent, that end is open. Together, slices hold every key once. */
export interface KeySlice {
  readonly from?: string;
  readonly to?: string;
}

/** In the order of their codes, as both engines compare texts. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const PLACES = 3;
const MOST = DIGITS.length ** PLACES;

/** @param count how many; at least one is made */
export function keySlices(count: number): readonly KeySlice[] {
  const slices = Math.min(MOST, Math.max(1, Math.ceil(count)));
  const borders = Array.from({ length: slices - 1 }, (_, index) => toKey(Math.round(((index + 1) * MOST) / slices)));
  return [undefined, ...borders].map((from, index) => {
    const to = borders[index];
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

function toKey(number: number): string {
  let key = "";
  for (let rest = number, place = 0; place < PLACES; place += 1) {
    key = DIGITS[rest % DIGITS.length]! + key;
    rest = Math.floor(rest / DIGITS.length);
  }
  return key;
}
