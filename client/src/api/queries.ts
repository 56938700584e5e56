import { MutationCache, QueryClient, type QueryKey } from "@tanstack/react-query";

import { asProblem } from "./problem";

const MINUTE = 60_000;

/** The cache of all that was read: what is shown comes from here, and news make it read again. */
export function makeQueryClient(onRefused: (error: unknown) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.["isToldInPlace"]) onRefused(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: MINUTE,
        gcTime: 30 * MINUTE,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
      },
      mutations: { retry: false },
    },
  });
}

/** Shows a change at once; gives back what was there, for when it is refused. */
export async function optimistically<Data>(
  queries: QueryClient,
  queryKey: QueryKey,
  change: (data: Data) => Data,
): Promise<() => void> {
  await queries.cancelQueries({ queryKey });
  const before = queries.getQueriesData<Data>({ queryKey });
  queries.setQueriesData<Data>({ queryKey }, (data) => (data === undefined ? data : change(data)));
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}
