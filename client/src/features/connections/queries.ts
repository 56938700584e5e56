import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { optimistically } from "@/api/queries";

export type Connection = Schemas["ConnectionDocument"];
export type Kind = Schemas["KindDocument"];
export type KindField = Schemas["FieldDocument"];
export type Health = Schemas["HealthDocument"];
export type Mapping = Schemas["MappingDocument"];
export type Patch = Schemas["ConnectionPatch"];

const KEY = ["connections"];

export function useConnections() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/connections", { signal }))).connections,
  });
}

export function useKinds() {
  return useQuery({
    queryKey: ["connection-kinds"],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/connections/kinds", { signal }))).kinds,
    staleTime: Infinity,
  });
}

/** Where a path lies on the other side; null while none is asked for. */
export function usePathTrial(trial: Schemas["PathTrial"] | null) {
  return useQuery({
    queryKey: ["connection-path", trial],
    queryFn: ({ signal }) =>
      take(api.POST("/api/v1/connections/paths", { body: trial as Schemas["PathTrial"], signal })),
    enabled: trial !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 60_000,
  });
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: change,
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** Tries what is not saved yet; nothing is kept of it. */
export function useTrial() {
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: Schemas["ConnectionTrial"]) =>
      take(api.POST("/api/v1/connections/test", { body })),
  });
}

export const useAddConnection = () =>
  useChange((body: Schemas["NewConnection"]) => take(api.POST("/api/v1/connections", { body })));

export const useChangeConnection = () =>
  useChange(({ id, patch }: { id: string; patch: Patch }) =>
    take(
      api.PATCH("/api/v1/connections/{connection_id}", {
        params: { path: { connection_id: id } },
        body: patch,
      }),
    ),
  );

export const useTestConnection = () =>
  useChange((id: string) =>
    take(
      api.POST("/api/v1/connections/{connection_id}/test", {
        params: { path: { connection_id: id } },
      }),
    ),
  );

export const useRemoveConnection = () =>
  useChange((id: string) =>
    take(
      api.DELETE("/api/v1/connections/{connection_id}", {
        params: { path: { connection_id: id } },
      }),
    ),
  );

/** Lets the connections be asked in another order; shown at once. */
export function useOrderConnections() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (connections: readonly Connection[]) =>
      take(
        api.PUT("/api/v1/connections/order", { body: { ids: connections.map(({ id }) => id) } }),
      ),
    onMutate: async (connections) => ({
      undo: await optimistically<Connection[]>(queries, KEY, () => [...connections]),
    }),
    onError: (_error, _connections, context) => context?.undo(),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}
