/**
 * Exponentials and logarithms whose every bit is the same in every JavaScript engine.
 *
 * The standard fixes + - * / and `Math.sqrt` to the last bit, and leaves `Math.exp`, `Math.log`, `Math.pow` and `**` to
 * the engine: they differ. So these are built from the fixed ones alone. exp and log are ports of Sun's fdlibm
 * (e_exp.c, e_log.c), whose notices follow; they return fdlibm's bits, not merely its accuracy.
 *
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */

/** ln 2 in two parts: the first has trailing zeros enough that a whole number times it is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

const EXP_OVERFLOW = 709.782712893383973096;
const EXP_UNDERFLOW = -745.13321910194110842;
const TWO_TO_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** Where 2^0 stands in the table: 2^-1074 is the smallest positive double. */
const POWER_ZERO = 1074;
const POWERS_OF_TWO = powersOfTwo();

/** 2^-1074 .. 2^1023. Halving and doubling are exact, so the table is the same everywhere; nobody writes it again. */
function powersOfTwo(): Float64Array {
  const table = new Float64Array(POWER_ZERO + 1024);
  table[POWER_ZERO] = 1;
  for (let index = POWER_ZERO + 1; index < table.length; index++) table[index] = table[index - 1] * 2;
  for (let index = POWER_ZERO - 1; index >= 0; index--) table[index] = table[index + 1] / 2;
  return table;
}

/**
 * One double seen as two 32-bit words. It is shared by all runs and yet carries nothing between them: `highWord` is the
 * only one to touch it, and writes before it reads, with no call in between.
 */
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
const HIGH = highWordPosition();

/** Engines on little-endian machines keep the high word second. */
function highWordPosition(): number {
  return new Int32Array(new Float64Array([1]).buffer)[0] === 0 ? 1 : 0;
}

/** Sign, exponent and the first 20 bits of the fraction. */
function highWord(x: number): number {
  DOUBLE[0] = x;
  return WORDS[HIGH];
}

/**
 * e to the power x, to less than one unit in the last place.
 *
 * Any double: 0 below -745.13, Infinity above 709.78, NaN from NaN. Equals fdlibm bit for bit.
 */
export function exp(x: number): number {
  if (!(Math.abs(x) < 708)) return expFar(x);
  if (Math.abs(x) < 1 / 268435456) return 1 + x;
  const power = nearestPower(x);
  return expReduced(x, power) * POWERS_OF_TWO[power + POWER_ZERO];
}

/** exp where the result overflows, underflows or is not a normal number: kept apart so that `exp` stays small. */
function expFar(x: number): number {
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  const power = nearestPower(x);
  const reduced = expReduced(x, power);
  // Two steps, for 2^1024 is not a double and a subnormal result must be rounded once only, at the last product.
  if (power > 0) return reduced * 2 * POWERS_OF_TWO[power - 1 + POWER_ZERO];
  return reduced * POWERS_OF_TWO[POWER_ZERO - 1000] * POWERS_OF_TWO[power + 1000 + POWER_ZERO];
}

/** The whole number nearest to x / ln 2, halves away from zero. No branch: signs are too mixed to predict. */
function nearestPower(x: number): number {
  return (Math.LOG2E * x + (0.5 - Number(x < 0))) | 0;
}

/** exp(x) / 2^power, between about 0.7 and 1.42; NaN from NaN. */
function expReduced(x: number, power: number): number {
  const high = x - power * LN2_HIGH;
  const low = power * LN2_LOW;
  const rest = high - low;
  const square = rest * rest;
  const series =
    1.66666666666666019037e-1 +
    square *
      (-2.77777777770155933842e-3 +
        square *
          (6.61375632143793436117e-5 + square * (-1.6533902205465251539e-6 + square * 4.13813679705723846039e-8)));
  const correction = rest - square * series;
  return 1 - (low - (rest * correction) / (2 - correction) - high);
}

/**
 * The natural logarithm of x, to less than one unit in the last place.
 *
 * -Infinity at zero, NaN below zero and from NaN, Infinity at Infinity. Equals fdlibm bit for bit: its shortcuts for
 * whole powers of two and for numbers near 1 are left out where the general line gives the same bits.
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logFar(x);
  return logOfNormal(x, 0);
}

/** log where the argument is not a positive normal number. */
function logFar(x: number): number {
  if (x > 0) return x === Infinity ? Infinity : logOfNormal(x * TWO_TO_54, -54);
  return x === 0 ? -Infinity : NaN;
}

/** log(x) + extraPower * ln 2, for a positive normal x. */
function logOfNormal(x: number, extraPower: number): number {
  const word = highWord(x);
  const fraction = word & 0xfffff;
  // x = 2^(exponent - 1023) * (1 + rest), with 1 + rest between sqrt(1/2) and sqrt(2).
  const exponent = (word >> 20) + ((fraction + 0x95f64) >> 20);
  const rest = x * POWERS_OF_TWO[1023 - exponent + POWER_ZERO] - 1;
  const power = exponent - 1023 + extraPower;
  if ((0xfffff & (2 + fraction)) < 3) {
    const tail = rest * rest * (0.5 - 0.3333333333333333 * rest);
    return power * LN2_HIGH - (tail - power * LN2_LOW - rest);
  }
  const ratio = rest / (2 + rest);
  const square = ratio * ratio;
  const fourth = square * square;
  const even =
    fourth * (3.999999999940941908e-1 + fourth * (2.222219843214978396e-1 + fourth * 1.531383769920937332e-1));
  const odd =
    square *
    (6.66666666666673513e-1 +
      fourth * (2.857142874366239149e-1 + fourth * (1.818357216161805012e-1 + fourth * 1.479819860511658591e-1)));
  const series = odd + even;
  // At both ends of the range half the square of the rest is kept out of the series, for the sake of the last bit.
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * rest * rest;
    return power * LN2_HIGH - (half - (ratio * (half + series) + power * LN2_LOW) - rest);
  }
  return power * LN2_HIGH - (ratio * (rest - series) - power * LN2_LOW - rest);
}

/**
 * The natural logarithm of 1 + x, without losing the digits of a small x: a rate from a small probability.
 *
 * -Infinity at -1, NaN below. Relative error at most 2^-51. Source: the correction is Kahan's (HP-15C handbook, 1982).
 */
export function log1p(x: number): number {
  const onePlus = 1 + x;
  if (onePlus === 1) return x;
  if (!(onePlus > 0 && onePlus < Infinity)) return log(onePlus);
  return log(onePlus) - (onePlus - 1 - x) / onePlus;
}

/**
 * x to the power y, for x not below zero.
 *
 * Exact at y = 0, 1 and 2, at x = 0 and 1, and correctly rounded at y = 0.5. Elsewhere exp(y * log(x)), whose relative
 * error is at most (1 + 1.5 * |y * log(x)|) * 2^-52: 5 in 10^16 where the result is 2, 3 in 10^15 where it is 1,000.
 * NaN for x below zero, but at y = 0, 1 and 2.
 */
export function pow(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0) return 1;
  return exp(y * log(x));
}

/**
 * The logistic curve 1 / (1 + exp(-x)): the chance in (0, 1) that log odds of x stand for.
 *
 * Relative error at most 2^-51. Rounds to 0 below -709.78 and to 1 above 36.74; 0 and 1 at the infinities.
 */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
