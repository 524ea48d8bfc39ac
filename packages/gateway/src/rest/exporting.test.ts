import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe.each(['/v2', '/cluster/v2'])('exporting below %s', (prefix) => {
  it.each([
    ['pause', 'PAUSED'],
    ['pause?soft=true', 'SOFT_PAUSED'],
    ['pause?soft', 'SOFT_PAUSED'],
    ['pause?soft=false', 'PAUSED'],
    ['resume', 'EXPORTING'],
  ])('should be %s', async (path, status) => {
    expect(await rest.request('POST', `${prefix}/exporting/${path}`)).toMatchObject({ status: 204, text: '' });
    expect((await rest.request('GET', `${prefix}/exporting`)).json).toEqual({ status });
  });

  it('should refuse what is neither true nor false', async () => {
    expect((await rest.request('POST', `${prefix}/exporting/pause?soft=perhaps`)).json).toMatchObject({
      status: 400,
      detail: "Expected the query parameter 'soft' to be true or false, but got 'perhaps'",
    });
  });

  it('should say which methods there are', async () => {
    expect(await rest.request('DELETE', `${prefix}/exporting`)).toMatchObject({ status: 405 });
  });
});
