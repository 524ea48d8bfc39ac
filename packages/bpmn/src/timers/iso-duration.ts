const duration =
  /^[-+]?P(?!$)(?:[-+]?\d+Y)?(?:[-+]?\d+M)?(?:[-+]?\d+W)?(?:[-+]?\d+D)?(?:T(?!$)(?:[-+]?\d+H)?(?:[-+]?\d+M)?(?:[-+]?\d+(?:[.,]\d{1,9})?S)?)?$/;

/** ISO 8601 duration; signs are allowed, since a timer whose duration is not positive fires at once. */
export function isDuration(text: string): boolean {
  return duration.test(text);
}
