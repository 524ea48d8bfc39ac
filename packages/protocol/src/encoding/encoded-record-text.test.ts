import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, record } from '../../test/record-arbitraries.ts';
import type { LogRecord } from '../record.ts';
import { encodedRecordText, recordOfEncodedText } from './encoded-record-text.ts';
import { MalformedEncoding } from './message-pack-reader.ts';

describe('encodedRecordText', () => {
  it('should give any record back whole', () => {
    fc.assert(
      fc.property(record, (drawn) => {
        const [each] = placed([drawn], 7) as [LogRecord];
        expect(recordOfEncodedText(encodedRecordText(1, each))).toEqual(each);
      }),
      { numRuns: 300 },
    );
  });

  it('should refuse what it did not make', () => {
    for (const text of ['', 'not base64!', 'AAAA', btoa('\x94\x07\x01\x01\x01')]) {
      expect(() => recordOfEncodedText(text), text).toThrow(MalformedEncoding);
    }
  });
});
