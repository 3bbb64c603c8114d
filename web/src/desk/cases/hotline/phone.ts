/** The digits of a telephone that is typed far enough to be looked up; every look is on record, so not after each key. */
export function lookedUp(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '')
  if (/^1\d{10}$/.test(digits)) return digits
  // A mobile number is known by its first digit and is not looked up half typed.
  return !digits.startsWith('1') && digits.length >= 7 ? digits : undefined
}
