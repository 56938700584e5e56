import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type Delivery = Schemas["DeliveryDocument"];
export type DeliveryDetail = Schemas["DeliveryDetail"];
export type Sender = Schemas["SenderDocument"];
export type DeliveryState = Delivery["state"];

/** What can become of a report, in the order in which it is asked for. */
export const STATES: readonly DeliveryState[] = [
  "taken",
  "refused",
  "waiting",
  "noted",
  "repeated",
  "unknown",
  "unreadable",
];
const PAGE = 50;

/** What was reported, the newest first. */
export function useDeliveries(states: readonly DeliveryState[], connection: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["deliveries", "list", states, connection],
    queryFn: ({ pageParam, signal }) => {
      const query = { state: [...states], connection, before: pageParam, limit: PAGE };
      return take(api.GET("/api/v1/deliveries", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useDelivery(id: string) {
  return useQuery({
    queryKey: ["deliveries", id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/deliveries/{delivery_id}", {
          params: { path: { delivery_id: id } },
          signal,
        }),
      ),
  });
}

/** Has a report taken up once more. */
export function useReplay(id: string, onQueued: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/deliveries/{delivery_id}/replay", {
          params: { path: { delivery_id: id } },
        }),
      ),
    onSuccess: onQueued,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["deliveries"] }),
  });
}

/** The connections that can report by themselves, and whether they do. */
export function useSenders() {
  return useQuery({
    queryKey: ["senders"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/webhooks", { signal }))).senders,
  });
}

/** Where a connection reports: a path that ends in its secret; asking for it is recorded. */
export function useAddress(id: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async (isNew: boolean) =>
      (
        await take(
          api.POST("/api/v1/webhooks/{connection_id}/address", {
            params: { path: { connection_id: id } },
            body: { is_new: isNew },
          }),
        )
      ).path,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["senders"] }),
  });
}

/** Has Radarr or Sonarr told where to report; it tries it at once. */
export function useSetUp(id: string, onSetUp: () => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (url: string) =>
      take(
        api.POST("/api/v1/webhooks/{connection_id}/set-up", {
          params: { path: { connection_id: id } },
          body: { url },
        }),
      ),
    onSuccess: onSetUp,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["senders"] }),
  });
}
