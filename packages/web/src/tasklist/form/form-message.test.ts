import { expect, test } from 'vitest';
import { tasklist } from '../../texts/en/tasklist.ts';
import { formMessage } from './form-message.ts';

test.each([
  ['Field is required.', 'This field is required.'],
  ['Field must have minimum value of 1000.', 'Enter 1000 or more.'],
  ['Field must have maximum length of 3.', 'Enter at most 3 characters.'],
  ['Value is expected to have at most 2 decimal digits.', 'Enter at most 2 digits after the decimal point.'],
  [
    'Please select a valid value, the two nearest valid values are 500 and 1000.',
    'The nearest possible values are 500 and 1000.',
  ],
  ['As the author wrote it', 'As the author wrote it'],
])('should say "%s" as "%s"', (message, said) => {
  expect(formMessage(message, tasklist.formMessages)).toBe(said);
});
