import { authorization, noteExpiry, refreshSession } from "./refresh";

const SOON = "2000-01-01T00:00:00Z";
const LATER = "2999-01-01T00:00:00Z";

function answers(status: number, body: object = {}): jest.Mock {
  const fetching = jest.fn(async () => ({ status, ok: status < 400, json: async () => body }));
  globalThis.fetch = fetching as unknown as typeof fetch;
  return fetching;
}

const opened = { access_expires_at: LATER, access_token: null, refresh_token: null };

beforeEach(() => noteExpiry(SOON));

test("however many ask at once, the token is exchanged once", async () => {
  const fetching = answers(200, opened);
  const all = await Promise.all([refreshSession(), refreshSession(), refreshSession()]);
  expect(all).toEqual([true, true, true]);
  expect(fetching).toHaveBeenCalledTimes(1);
});

test("who waited for another tab asks no more", async () => {
  const fetching = answers(200, opened);
  localStorage.setItem("maestrarr.access-expires", LATER); // as the other tab would
  expect(await refreshSession()).toBe(true);
  expect(fetching).not.toHaveBeenCalled();
});

test("a session that has ended is told from a server that is away", async () => {
  answers(401);
  expect(await refreshSession()).toBe(false);
  answers(503);
  await expect(refreshSession()).rejects.toThrow(TypeError);
});

test("what asks beside the API client has a token that lasts, exchanged only where it must", async () => {
  const fetching = answers(200, opened);
  await authorization();
  await authorization();
  expect(fetching).toHaveBeenCalledTimes(1);
});
