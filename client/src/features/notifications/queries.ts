import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { optimistically } from "@/api/queries";

export type Channel = Schemas["ChannelDocument"];
export type ChannelKind = Channel["kind"];
export type ChannelPatch = Schemas["ChannelPatch"];
export type Wishes = Schemas["WishesDocument"];
export type Wish = Wishes["kinds"][number]["wish"];
export type Notice = Schemas["NoticeDocument"];

const KEY = ["notifications"];
const CHANNELS = [...KEY, "channels"];
const WISHES = [...KEY, "wishes"];

export function useChannels() {
  return useQuery({
    queryKey: CHANNELS,
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/notifications/channels", { signal }))).channels,
  });
}

/** What was told and what waits, the newest first, page by page. */
export function useNotices() {
  return useInfiniteQuery({
    queryKey: [...KEY, "log"],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/notifications", {
          params: { query: { before: pageParam, limit: 20 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useWishes() {
  return useQuery({
    queryKey: WISHES,
    queryFn: ({ signal }) => take(api.GET("/api/v1/notifications/wishes", { signal })),
  });
}

/** Keeps what is wished; it is shown at once, and taken back when it is refused. */
export function useKeepWishes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kinds, ...hours }: Wishes) =>
      take(
        api.PUT("/api/v1/notifications/wishes", {
          body: {
            ...hours,
            kinds: Object.fromEntries(kinds.map((each) => [each.kind, each.wish])),
          },
        }),
      ),
    onMutate: async (wishes) => ({
      undo: await optimistically<Wishes>(queries, WISHES, () => wishes),
    }),
    onError: (_error, _wishes, context) => context?.undo(),
    onSuccess: (kept) => queries.setQueryData(WISHES, kept),
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

export const useAddChannel = () =>
  useChange((body: Schemas["NewChannel"]) =>
    take(api.POST("/api/v1/notifications/channels", { body })),
  );

export const useChangeChannel = () =>
  useChange(({ id, patch }: { id: string; patch: ChannelPatch }) =>
    take(
      api.PATCH("/api/v1/notifications/channels/{channel_id}", {
        params: { path: { channel_id: id } },
        body: patch,
      }),
    ),
  );

export const useTestChannel = () =>
  useChange((id: string) =>
    take(
      api.POST("/api/v1/notifications/channels/{channel_id}/test", {
        params: { path: { channel_id: id } },
      }),
    ),
  );

export const useRemoveChannel = () =>
  useChange((id: string) =>
    take(
      api.DELETE("/api/v1/notifications/channels/{channel_id}", {
        params: { path: { channel_id: id } },
      }),
    ),
  );
