import { ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { IndexNames } from './index-names.ts';

test('should name things as Zeebe does', () => {
  const names = new IndexNames({ prefix: 'zeebe-record', suffixDatePattern: 'yyyy-MM-dd' });
  const timestamp = Date.UTC(2026, 10, 21, 23, 59, 59, 999);
  expect(names.index({ valueType: ValueType.PROCESS_INSTANCE, timestamp })).toBe(
    'zeebe-record_process-instance_8.9.0_2026-11-21',
  );
  expect(names.index({ valueType: ValueType.PROCESS_INSTANCE, timestamp: timestamp + 1 })).toBe(
    'zeebe-record_process-instance_8.9.0_2026-11-22',
  );
  expect(names.template(ValueType.USER_TASK)).toBe('zeebe-record_user-task_8.9.0');
  expect(names.alias(ValueType.USER_TASK)).toBe('zeebe-record-user-task');
  expect(names.component).toBe('zeebe-record-8.9.0');
});
