/**
 * Exact native arithmetic for the decimals of everyday expressions (prices, percentages): a number with up to nine
 * digits behind the point is an integer over a power of ten. 30 ns instead of the microsecond decimal.js takes.
 *
 * Why it is exact: a decimal of at most 15 digits survives the way to a double and back. So if integer / 10^scale gives
 * the double we have, that decimal is the one the double stands for; and the result's double stands for the result.
 */
const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const scaleMax = 9;
const exactBelow = 1e15;

/** The smallest scale at which the number is an integer; -1 if it is no short decimal. */
function scaleOf(value: number): number {
  for (let scale = 0; scale <= scaleMax; scale++) {
    const integer = unscaled(value, scale);
    if (Math.abs(integer) >= exactBelow) return -1;
    if (integer / (powersOfTen[scale] as number) === value) return scale;
  }
  return -1;
}

const unscaled = (value: number, scale: number): number => Math.round(value * (powersOfTen[scale] as number));

/** @returns undefined if an operand or the sum is no short decimal. */
export function addShort(left: number, right: number): number | undefined {
  const [leftScale, rightScale] = [scaleOf(left), scaleOf(right)];
  if (leftScale < 0 || rightScale < 0) return undefined;
  const scale = Math.max(leftScale, rightScale);
  const [leftInteger, rightInteger] = [unscaled(left, scale), unscaled(right, scale)];
  const sum = leftInteger + rightInteger;
  const largest = Math.max(Math.abs(leftInteger), Math.abs(rightInteger), Math.abs(sum));
  return largest < exactBelow ? sum / (powersOfTen[scale] as number) + 0 : undefined;
}

/** @returns undefined if an operand or the product is no short decimal. */
export function multiplyShort(left: number, right: number): number | undefined {
  const [leftScale, rightScale] = [scaleOf(left), scaleOf(right)];
  if (leftScale < 0 || rightScale < 0) return undefined;
  const product = unscaled(left, leftScale) * unscaled(right, rightScale);
  return Math.abs(product) < exactBelow ? product / (powersOfTen[leftScale + rightScale] as number) + 0 : undefined;
}

/** @returns undefined if an operand or the quotient is no short decimal. */
export function divideShort(left: number, right: number): number | undefined {
  const quotient = left / right;
  // The quotient is exact if multiplying it back gives the dividend.
  return multiplyShort(quotient, right) === left ? quotient + 0 : undefined;
}
