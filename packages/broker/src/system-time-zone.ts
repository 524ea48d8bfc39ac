/** IANA zone of this machine: what cron expressions and now() mean, as in Camunda. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
