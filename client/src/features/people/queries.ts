import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type User = Schemas["UserDocument"];
export type Role = Schemas["Role"];
export type Scope = Schemas["Scope"];
export type AuditEntry = Schemas["AuditEntryDocument"];

const PAGE = 50;

/** Makes a change that is told where it was asked for, and reads a list again after it. */
function useChange<Input, Output>(
  key: string,
  change: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: change,
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: [key] }),
  });
}

export function useUsers() {
  return useQuery({
    queryKey: ["users"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/users", { signal }))).users,
  });
}

export const useAddUser = (onAdded: (user: User) => void) =>
  useChange(
    "users",
    (body: Schemas["NewUser"]) => take(api.POST("/api/v1/users", { body })),
    onAdded,
  );

export const useChangeRole = () =>
  useChange("users", ({ id, role }: { id: string; role: Role }) =>
    take(
      api.PATCH("/api/v1/users/{user_id}", {
        params: { path: { user_id: id } },
        body: { role },
      }),
    ),
  );

export const useRemoveUser = () =>
  useChange("users", (id: string) =>
    take(api.DELETE("/api/v1/users/{user_id}", { params: { path: { user_id: id } } })),
  );

export function useSessions() {
  return useQuery({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/sessions", { signal }))).sessions,
  });
}

export const useEndSession = () =>
  useChange("sessions", (id: string) =>
    take(api.DELETE("/api/v1/sessions/{session_id}", { params: { path: { session_id: id } } })),
  );

export function useTokens() {
  return useQuery({
    queryKey: ["tokens"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/tokens", { signal }))).tokens,
  });
}

export const useMakeToken = () =>
  useChange("tokens", (body: Schemas["NewToken"]) => take(api.POST("/api/v1/tokens", { body })));

export const useRevokeToken = () =>
  useChange("tokens", (id: string) =>
    take(api.DELETE("/api/v1/tokens/{token_id}", { params: { path: { token_id: id } } })),
  );

export const useChangePassword = (onChanged: () => void) =>
  useChange(
    "sessions",
    (body: Schemas["OwnPassword"]) => take(api.PUT("/api/v1/users/me/password", { body })),
    onChanged,
  );

/** Who did what, page by page, the latest first. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) => {
      const query = { before: pageParam, limit: PAGE };
      return take(api.GET("/api/v1/audit", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}
