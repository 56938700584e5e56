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

type OnSaved = (channel: Channel) => void;
type Change = { id: string; patch: ChannelPatch };

const patched = ({ id, patch }: Change) =>
  take(
    api.PATCH("/api/v1/notifications/channels/{channel_id}", {
      params: { path: { channel_id: id } },
      body: patch,
    }),
  );

export const useAddChannel = (onSaved: OnSaved) =>
  useChange(
    (body: Schemas["NewChannel"]) => take(api.POST("/api/v1/notifications/channels", { body })),
    onSaved,
  );

export const useChangeChannel = (onSaved: OnSaved) => useChange(patched, onSaved);

/** Switches a channel on or off, from where there is no room to say what hinders it. */
export const useTurnChannel = () => useChange(patched, undefined, false);

export const useTestChannel = (onTested: OnSaved) =>
  useChange(
    (id: string) =>
      take(
        api.POST("/api/v1/notifications/channels/{channel_id}/test", {
          params: { path: { channel_id: id } },
        }),
      ),
    onTested,
    false,
  );

export const useRemoveChannel = (onRemoved: OnSaved) =>
  useChange(
    ({ id }: Channel) =>
      take(
        api.DELETE("/api/v1/notifications/channels/{channel_id}", {
          params: { path: { channel_id: id } },
        }),
      ),
    (_gone, channel) => onRemoved(channel),
  );
