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

function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
  isToldInPlace = true,
) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace },
    mutationFn: change,
    onSuccess: (output, input) => onDone?.(output, input),
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

type OnSaved = (connection: Connection) => void;
type Change = { id: string; patch: Patch };

const patched = ({ id, patch }: Change) =>
  take(
    api.PATCH("/api/v1/connections/{connection_id}", {
      params: { path: { connection_id: id } },
      body: patch,
    }),
  );

export const useAddConnection = (onSaved: OnSaved) =>
  useChange(
    (body: Schemas["NewConnection"]) => take(api.POST("/api/v1/connections", { body })),
    onSaved,
  );

export const useChangeConnection = (onSaved?: OnSaved) => useChange(patched, onSaved);

/** Switches a connection on or off, from where there is no room to say what hinders it. */
export const useTurnConnection = () => useChange(patched, undefined, false);

export const useTestConnection = (onTested: OnSaved) =>
  useChange(
    (id: string) =>
      take(
        api.POST("/api/v1/connections/{connection_id}/test", {
          params: { path: { connection_id: id } },
        }),
      ),
    onTested,
    false,
  );

export const useRemoveConnection = (onRemoved: OnSaved) =>
  useChange(
    ({ id }: Connection) =>
      take(
        api.DELETE("/api/v1/connections/{connection_id}", {
          params: { path: { connection_id: id } },
        }),
      ),
    (_gone, connection) => onRemoved(connection),
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
