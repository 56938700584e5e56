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

const of = (name: string) => ({ params: { path: { name } } });

/** Queues what the server does with backups, and hears of the job. */
function useQueued<Given>(
  queue: (given: Given) => Promise<Schemas["Accepted"]>,
  onQueued: (job: Schemas["Accepted"]) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: queue,
    onSuccess: onQueued,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export const useBackup = (onBegun: (job: { id: string }) => void) =>
  useQueued(() => take(api.POST("/api/v1/backups")), onBegun);

export const useCheckBackup = (onBegun: (job: { id: string }) => void) =>
  useQueued((name: string) => take(api.POST("/api/v1/backups/{name}/check", of(name))), onBegun);

/** What else can be done with backups. */
export function useBackupActions() {
  const queries = useQueryClient();
  return {
    restore: useMutation({
      meta: { isToldInPlace: true },
      mutationFn: (name: string) => take(api.POST("/api/v1/backups/{name}/restore", of(name))),
      onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
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
