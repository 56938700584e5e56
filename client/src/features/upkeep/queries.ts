import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { serverBase } from "@/api/base";
import { api, take, type Schemas } from "@/api/client";
import { authorization } from "@/api/refresh";
import { saveFrom } from "@/ui/save";

export type Backup = Schemas["BackupDocument"];

export function useBackups() {
  return useQuery({
    queryKey: ["backups"],
    queryFn: ({ signal }) => take(api.GET("/api/v1/backups", { signal })),
  });
}

/** What can be done with backups; each but the last is a job, which the server gives back. */
export function useBackupActions() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: ["jobs"] });
  const of = (name: string) => ({ params: { path: { name } } });
  return {
    make: useMutation({ mutationFn: () => take(api.POST("/api/v1/backups")), onSettled }),
    check: useMutation({
      mutationFn: (name: string) => take(api.POST("/api/v1/backups/{name}/check", of(name))),
      onSettled,
    }),
    restore: useMutation({
      meta: { isToldInPlace: true },
      mutationFn: (name: string) => take(api.POST("/api/v1/backups/{name}/restore", of(name))),
      onSettled,
    }),
    download: useMutation({
      mutationFn: async (name: string) => {
        const address = `${serverBase()}/api/v1/backups/${encodeURIComponent(name)}/file`;
        await saveFrom(address, name, await authorization());
      },
    }),
    remove: useMutation({
      mutationFn: (name: string) => take(api.DELETE("/api/v1/backups/{name}", of(name))),
      onSettled: () => void queries.invalidateQueries({ queryKey: ["backups"] }),
    }),
  };
}

const LOOK_AGAIN = 1_000;

/** Asks again and again who is signed in, so that it shows when the server has come back anew. */
export function useAwaitRestart(isAwaited: boolean): void {
  useQuery({
    queryKey: ["restart"],
    queryFn: ({ signal }) => take(api.GET("/api/v1/sessions/current", { signal })),
    enabled: isAwaited,
    refetchInterval: LOOK_AGAIN,
    retry: false,
    gcTime: 0,
  });
}
